import { ActionIcon, Button, Checkbox, Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RunSummary } from '#shared/training/event.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { findBestEpoch, rankingLoss } from '../training/liveRun.ts';
import { useTrainingStore } from '../training/trainingStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { LineSwatch } from './LineSwatch.tsx';
import { lossText } from './metricWords.ts';
import styles from './RunList.module.css';
import { distinguish } from './runSettings.ts';

/** One run: tick to draw it, click to look at it, rename or delete it from its menu. */
export function RunRow({ run, runs }: { readonly run: RunSummary; readonly runs: readonly RunSummary[] }) {
	const { t } = useText();
	const [asks, setAsks] = useState<'name' | 'removal' | null>(null);
	const isShown = useViewStore((state) => state.run === run.id);
	const show = useTrainingStore((state) => state.show);
	return (
		<li className={styles.row} data-shown={isShown || undefined}>
			{asks === 'removal' ? (
				<RemovalQuestion run={run} onDone={() => setAsks(null)} />
			) : (
				<>
					<CompareBox run={run} isShown={isShown} />
					<ColourLine run={run} />
					{asks === 'name' ? (
						<NameInput run={run} onDone={() => setAsks(null)} />
					) : (
						<button
							type="button"
							className={styles.pick}
							aria-label={t('runs.select.label', { name: run.name })}
							aria-pressed={isShown}
							onClick={() => show(run.id)}
							onDoubleClick={() => setAsks('name')}
						>
							<Summary run={run} runs={runs} />
						</button>
					)}
					<RowMenu run={run} onRename={() => setAsks('name')} onRemove={() => setAsks('removal')} />
				</>
			)}
		</li>
	);
}

function CompareBox({ run, isShown }: { readonly run: RunSummary; readonly isShown: boolean }) {
	const { t } = useText();
	const isDrawn = useTrainingStore((state) => state.slots.includes(run.id));
	const isFull = useTrainingStore((state) => !state.slots.includes(null));
	const toggle = useTrainingStore((state) => state.toggleCompared);
	const isLocked = isShown || (isFull && !isDrawn);
	return (
		<Checkbox
			size="xs"
			className={styles.tick}
			checked={isDrawn}
			disabled={isLocked}
			title={isFull && !isDrawn ? t('runs.compare.full') : undefined}
			aria-label={t('runs.compare.label', { name: run.name })}
			onChange={() => toggle(run.id)}
		/>
	);
}

function ColourLine({ run }: { readonly run: RunSummary }) {
	const slot = useTrainingStore((state) => state.slots.indexOf(run.id));
	return <span className={styles.line}>{slot === -1 ? null : <LineSwatch slot={slot} width={12} />}</span>;
}

function Summary({ run, runs }: { readonly run: RunSummary; readonly runs: readonly RunSummary[] }) {
	const { t, format } = useText();
	const best = findBestEpoch(run.epochs);
	const accuracy = best ? (best.validation ?? best.train).accuracy : null;
	const loss = best ? rankingLoss(best) : null;
	const settings = distinguish(run, runs).map((fact) => format.text(fact));
	const isDone = run.status === 'finished';
	return (
		<>
			<span className={styles.name}>{run.name}</span>
			<span className={styles.accuracy}>{accuracy === null ? '' : format.percent(accuracy)}</span>
			<span className={styles.facts}>
				{(isDone ? settings : [t(`runs.status.${run.status}`), ...settings]).join(' · ')}
				<br />
				{best && loss !== null
					? `${t('runs.epoch', { epoch: best.epoch + 1 })} · ${t('runs.loss', { loss: lossText(loss) })}`
					: t('runs.noResult')}
			</span>
		</>
	);
}

function RowMenu({ run, onRename, onRemove }: { readonly run: RunSummary; readonly onRename: () => void; readonly onRemove: () => void }) {
	const { t } = useText();
	const isRunning = run.status === 'running' || run.status === 'queued';
	return (
		<Menu position="bottom-end" shadow="md">
			<Menu.Target>
				<ActionIcon className={styles.more} variant="subtle" color="gray" size={24} aria-label={t('runs.more.label', { name: run.name })}>
					<Icon name="more" size={14} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={onRename}>{t('runs.rename.label', { name: run.name })}</Menu.Item>
				<Menu.Item color="var(--err)" disabled={isRunning} onClick={onRemove}>
					{t('runs.remove.label', { name: run.name })}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

function NameInput({ run, onDone }: { readonly run: RunSummary; readonly onDone: () => void }) {
	const host = useHost();
	const { t } = useText();
	const rename = useTrainingStore((state) => state.rename);
	const [name, setName] = useState(run.name);
	const finish = (): void => {
		const trimmed = name.trim();
		if (trimmed !== '' && trimmed !== run.name) void rename(host, run.id, trimmed);
		onDone();
	};
	return (
		<TextInput
			className={styles.input}
			size="xs"
			// Opened by the user's own command, so the focus is where it is expected.
			autoFocus
			aria-label={t('runs.rename.input')}
			value={name}
			onChange={(event) => setName(event.currentTarget.value)}
			onFocus={(event) => event.currentTarget.select()}
			onBlur={finish}
			onKeyDown={(event) => {
				if (event.key === 'Enter') finish();
				if (event.key === 'Escape') onDone();
			}}
		/>
	);
}

function RemovalQuestion({ run, onDone }: { readonly run: RunSummary; readonly onDone: () => void }) {
	const host = useHost();
	const { t } = useText();
	const remove = useTrainingStore((state) => state.remove);
	return (
		<div className={styles.question} role="alertdialog" aria-label={t('runs.remove.label', { name: run.name })}>
			<p>{t('runs.remove.question', { name: run.name })}</p>
			<div>
				<Button autoFocus h={28} size="xs" variant="default" onClick={onDone}>
					{t('runs.remove.keep')}
				</Button>
				<Button
					h={28}
					size="xs"
					variant="default"
					c="var(--err)"
					onClick={() => {
						onDone();
						void remove(host, run.id);
					}}
				>
					{t('runs.remove.confirm')}
				</Button>
			</div>
		</div>
	);
}
