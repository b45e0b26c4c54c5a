import { ActionIcon, Button, Checkbox, Menu, Textarea, TextInput, Tooltip } from '@mantine/core';
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

/** As the program accepts it. */
const LONGEST_NOTE = 10_000;

/** One run: tick to draw it, click to look at it, star it; name, describe or delete it from its menu. */
export function RunRow({ run, runs }: { readonly run: RunSummary; readonly runs: readonly RunSummary[] }) {
	const { t } = useText();
	const [asks, setAsks] = useState<'name' | 'notes' | 'removal' | null>(null);
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
					<StarButton run={run} />
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
					{asks === 'notes' ? <NotesInput run={run} onDone={() => setAsks(null)} /> : null}
					<RowMenu run={run} isAsking={asks !== null} onAsk={setAsks} />
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
					? `${t('runs.epoch', { epoch: best.epoch + 1 })} · ${t('runs.loss', { loss: lossText(loss, format) })}`
					: t('runs.noResult')}
			</span>
			{run.notes === '' ? null : <span className={styles.notes}>{run.notes}</span>}
		</>
	);
}

function StarButton({ run }: { readonly run: RunSummary }) {
	const host = useHost();
	const { t } = useText();
	const annotate = useTrainingStore((state) => state.annotate);
	const label = t(run.isStarred ? 'runs.unstar.label' : 'runs.star.label', { name: run.name });
	return (
		<Tooltip label={label} openDelay={400}>
			<ActionIcon
				className={styles.star}
				variant="subtle"
				color="gray"
				size={24}
				aria-label={t('runs.star.label', { name: run.name })}
				aria-pressed={run.isStarred}
				data-starred={run.isStarred || undefined}
				onClick={() => void annotate(host, run.id, { isStarred: !run.isStarred })}
			>
				<Icon name={run.isStarred ? 'starred' : 'star'} size={14} />
			</ActionIcon>
		</Tooltip>
	);
}

function RowMenu({
	run,
	isAsking,
	onAsk,
}: {
	readonly run: RunSummary;
	readonly isAsking: boolean;
	readonly onAsk: (question: 'name' | 'notes' | 'removal') => void;
}) {
	const { t } = useText();
	const isRunning = run.status === 'running' || run.status === 'queued';
	return (
		// The focus goes to what was asked for, and back to the button where nothing was.
		<Menu position="bottom-end" shadow="md" returnFocus={!isAsking}>
			<Menu.Target>
				<ActionIcon className={styles.more} variant="subtle" color="gray" size={24} aria-label={t('runs.more.label', { name: run.name })}>
					<Icon name="more" size={14} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => onAsk('name')}>{t('runs.rename.label', { name: run.name })}</Menu.Item>
				<Menu.Item onClick={() => onAsk('notes')}>{t(run.notes === '' ? 'runs.notes.write' : 'runs.notes.change')}</Menu.Item>
				<Menu.Item color="var(--err)" disabled={isRunning} onClick={() => onAsk('removal')}>
					{t('runs.remove.label', { name: run.name })}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

/** A note of several lines; leaving the field keeps it, Escape does not. */
function NotesInput({ run, onDone }: { readonly run: RunSummary; readonly onDone: () => void }) {
	const host = useHost();
	const { t } = useText();
	const annotate = useTrainingStore((state) => state.annotate);
	const [notes, setNotes] = useState(run.notes);
	const finish = (): void => {
		const trimmed = notes.trim();
		if (trimmed !== run.notes) void annotate(host, run.id, { notes: trimmed });
		onDone();
	};
	return (
		<Textarea
			className={styles.notesInput}
			size="xs"
			autosize
			minRows={2}
			maxRows={6}
			maxLength={LONGEST_NOTE}
			// Opened by the user's own command, so the focus is where it is expected.
			autoFocus
			aria-label={t('runs.notes.input', { name: run.name })}
			placeholder={t('runs.notes.placeholder')}
			value={notes}
			onChange={(event) => setNotes(event.currentTarget.value)}
			onBlur={finish}
			onKeyDown={(event) => {
				if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
					// Elsewhere the same keys start a training.
					event.stopPropagation();
					finish();
				}
				if (event.key === 'Escape') onDone();
			}}
		/>
	);
}

function NameInput({ run, onDone }: { readonly run: RunSummary; readonly onDone: () => void }) {
	const host = useHost();
	const { t } = useText();
	const annotate = useTrainingStore((state) => state.annotate);
	const [name, setName] = useState(run.name);
	const finish = (): void => {
		const trimmed = name.trim();
		if (trimmed !== '' && trimmed !== run.name) void annotate(host, run.id, { name: trimmed });
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
