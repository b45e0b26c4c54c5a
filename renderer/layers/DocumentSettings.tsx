import { Button, SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import type { GraphDocument } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import controls from '../inspector/controls/controls.module.css';
import { NumberBox } from '../inspector/controls/NumberBox.tsx';
import { useCanEdit } from '../inspector/useCanEdit.ts';
import { useText } from '../text/useText.ts';
import { PanelSection } from '../ui/PanelSection.tsx';
import styles from './NetworkPanel.module.css';

const LARGEST_SEED = 4_294_967_295;
const BYTES_PER_MEGABYTE = 1_000_000;
const LARGEST_MEGABYTES = 1_000_000_000;

/** What holds for the whole document: leftover rows, the seed, and the memory that a run may take. */
export function DocumentSettings({ document }: { readonly document: GraphDocument }) {
	const { t } = useText();
	const canEdit = useCanEdit();
	return (
		<PanelSection title={t('network.settings.title')}>
			<fieldset className={styles.settings} disabled={!canEdit}>
				<Fractions document={document} />
				<Seed document={document} />
				<MemoryBudget document={document} />
			</fieldset>
		</PanelSection>
	);
}

function Fractions({ document }: { readonly document: GraphDocument }) {
	const { t } = useText();
	const canEdit = useCanEdit();
	const id = useId();
	const { edit } = useDocumentStore.getState();
	return (
		<div>
			<span className={styles.label} id={id}>
				{t('network.fractions.label')}
			</span>
			<SegmentedControl
				fullWidth
				size="xs"
				radius={8}
				withItemsBorders={false}
				classNames={{ root: controls.segments, indicator: controls.indicator, label: controls.segment }}
				disabled={!canEdit}
				aria-labelledby={id}
				aria-describedby={`${id}-help`}
				data={(['floor', 'strict'] as const).map((value) => ({ value, label: t(`network.fractions.${value}`) }))}
				value={document.settings.fractions}
				onChange={(fractions) =>
					edit([{ kind: 'setSettings', settings: { fractions } }], { label: message('history.fractions', { fractions }) })
				}
			/>
			<p className={styles.hint} id={`${id}-help`}>
				{t('network.fractions.help')}
			</p>
		</div>
	);
}

function Seed({ document }: { readonly document: GraphDocument }) {
	const { t } = useText();
	return (
		<WholeNumber
			label={t('network.seed.label')}
			help={t('network.seed.help')}
			refusal={t('network.seed.refused')}
			value={document.seed}
			min={0}
			max={LARGEST_SEED}
			onAccept={(seed) =>
				useDocumentStore
					.getState()
					.edit([{ kind: 'setSeed', seed }], { label: message('history.seed', { seed: String(seed) }), mergeKey: 'seed' })
			}
		/>
	);
}

function MemoryBudget({ document }: { readonly document: GraphDocument }) {
	const { t, format } = useText();
	const ofMachine = useDerivedStore((state) => state.memoryBudget);
	const { memoryBudget: own } = document.settings;
	const set = (megabytes: number | null): void => {
		const memoryBudget = megabytes === null ? null : megabytes * BYTES_PER_MEGABYTE;
		const label = message('history.memoryBudget', { megabytes: megabytes ?? 'null' });
		useDocumentStore.getState().edit([{ kind: 'setSettings', settings: { memoryBudget } }], { label, mergeKey: 'memoryBudget' });
	};
	return (
		<div>
			<WholeNumber
				label={t('network.memoryBudget.label')}
				help={
					ofMachine === null ? t('network.memoryBudget.help') : t('network.memoryBudget.helpOfMachine', { memory: format.bytes(ofMachine) })
				}
				refusal={t('network.memoryBudget.refused')}
				placeholder={t('network.memoryBudget.unset')}
				value={own === null ? null : own / BYTES_PER_MEGABYTE}
				min={1}
				max={LARGEST_MEGABYTES}
				step={100}
				onAccept={set}
			/>
			{own !== null && (
				<Button variant="subtle" size="compact-xs" onClick={() => set(null)}>
					{t('network.memoryBudget.unsetAgain')}
				</Button>
			)}
		</div>
	);
}

interface WholeNumberProps {
	readonly label: string;
	readonly help: string;
	/** Said instead of the help while what is typed is not taken. */
	readonly refusal: string;
	readonly placeholder?: string;
	readonly value: number | null;
	readonly min: number;
	readonly max: number;
	readonly step?: number;
	readonly onAccept: (value: number) => void;
}

function WholeNumber({ label, help, refusal, placeholder, value, min, max, step = 1, onAccept }: WholeNumberProps) {
	const id = useId();
	const [isRefused, setIsRefused] = useState(false);
	const take = (typed: unknown): void => {
		const fits = typeof typed === 'number' && Number.isInteger(typed) && typed >= min && typed <= max;
		setIsRefused(!fits);
		if (fits) onAccept(typed);
	};
	return (
		<div>
			<label className={styles.label} htmlFor={id}>
				{label}
			</label>
			<NumberBox
				id={id}
				value={value}
				min={min}
				max={max}
				step={step}
				isRefused={isRefused}
				describedBy={`${id}-help`}
				placeholder={placeholder}
				onType={take}
			/>
			<p className={isRefused ? styles.refused : styles.hint} id={`${id}-help`} role={isRefused ? 'alert' : undefined}>
				{isRefused ? refusal : help}
			</p>
		</div>
	);
}
