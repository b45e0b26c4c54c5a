import { Radio } from '@mantine/core';
import type { DatasetDescription, DatasetReference } from '#shared/datasets/dataset.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { choosePath } from '../shell/choosePath.ts';
import { useText } from '../text/useText.ts';
import { useIsTraining } from '../training/trainingStore.ts';
import { PanelSection } from '../ui/PanelSection.tsx';
import styles from './DataPanel.module.css';
import { useBundledDatasets } from './useBundledDatasets.ts';

const FOLDER = 'folder';

/** One of the bundled datasets, or a folder of one's own. */
export function DatasetChoice({ reference }: { readonly reference: DatasetReference | null }) {
	const host = useHost();
	const { t } = useText();
	const bundled = useBundledDatasets();
	const isLocked = useIsTraining();
	const chooseFolder = (): void => {
		choosePath(host, 'folder').then((path) => {
			if (path !== null) choose({ kind: 'folder', path, size: null });
		}, reportProblem);
	};
	const pick = (value: string): void => {
		if (value === FOLDER) {
			chooseFolder();
			return;
		}
		const chosen = bundled?.find((dataset) => keyOf(dataset.reference) === value);
		if (chosen) choose(chosen.reference);
	};
	return (
		<PanelSection title={t('datasets.title')} remark={isLocked ? t('datasets.choice.locked') : undefined}>
			<Radio.Group value={reference ? keyOf(reference) : null} onChange={pick} aria-label={t('datasets.choice.label')}>
				<div className={styles.choices}>
					{bundled?.map((dataset) => (
						<Choice key={dataset.title} value={keyOf(dataset.reference)} title={dataset.title} isLocked={isLocked}>
							<Summary description={dataset} />
						</Choice>
					))}
					<Choice
						value={FOLDER}
						title={t(reference?.kind === 'folder' ? 'datasets.choice.folder.other' : 'datasets.choice.folder')}
						isLocked={isLocked}
						// A chosen radio tells no change, but another folder may be wanted.
						onAgain={reference?.kind === 'folder' ? chooseFolder : undefined}
					>
						{t('datasets.choice.folder.help')}
					</Choice>
				</div>
			</Radio.Group>
		</PanelSection>
	);
}

function Choice({
	value,
	title,
	isLocked,
	onAgain,
	children,
}: {
	readonly value: string;
	readonly title: string;
	readonly isLocked: boolean;
	readonly onAgain?: (() => void) | undefined;
	readonly children: React.ReactNode;
}) {
	return (
		<Radio.Card className={styles.choice} value={value} disabled={isLocked} aria-label={title} onClick={onAgain}>
			<Radio.Indicator size="xs" />
			<span>
				<strong>{title}</strong>
				<small>{children}</small>
			</span>
		</Radio.Card>
	);
}

function Summary({ description }: { readonly description: DatasetDescription }) {
	const { t, format } = useText();
	const count = description.counts.train + description.counts.test;
	const classes = description.classes.length;
	return description.shape
		? t('datasets.choice.summary', { classes, size: format.shape(description.shape), count })
		: t('datasets.choice.summaryOpen', { classes, count });
}

function keyOf(reference: DatasetReference): string {
	return reference.kind === 'bundled' ? reference.name : FOLDER;
}

function choose(dataset: DatasetReference): void {
	useDocumentStore.getState().edit([{ kind: 'setDataset', dataset }], { label: message('edit.dataset') });
}
