import { Button, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Message } from '#shared/text/message.ts';
import type { RunSummary } from '#shared/training/event.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { choosePath } from '../shell/choosePath.ts';
import { useSessionStore } from '../shell/sessionStore.ts';
import { useText } from '../text/useText.ts';
import { ProgressBar } from '../training/RunProgress.tsx';
import { useTrainingStore } from '../training/trainingStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { Refusal } from '../ui/Refusal.tsx';
import { useViewStore } from '../view/viewStore.ts';
import styles from './ExportDialog.module.css';
import { ExportDone } from './ExportDone.tsx';
import { exportPath } from './exportPath.ts';
import { TargetChoice } from './TargetChoice.tsx';
import { TargetDetails } from './TargetDetails.tsx';
import { useExport } from './useExport.ts';
import { useTargets } from './useTargets.ts';

/** Takes a trained network away: format, folder, progress, and the proof that the files give the same answers. */
export function ExportDialog() {
	const { t } = useText();
	const set = useViewStore((state) => state.set);
	const run = useExportedRun();
	const close = (): void => set({ dialog: null });
	return (
		<Modal
			opened
			centered
			size={760}
			title={run ? t('exporting.title', { run: run.name }) : t('exporting.start')}
			closeButtonProps={{ 'aria-label': t('exporting.close') }}
			onClose={close}
		>
			{run ? <ExportForm run={run} onClose={close} /> : <EmptyNote title={t('exporting.none.title')} text={t('exporting.none.text')} />}
		</Modal>
	);
}

/** The shown run if it has weights, else the newest one that has. */
function useExportedRun(): RunSummary | null {
	const shown = useViewStore((state) => state.run);
	const runs = useTrainingStore((state) => state.runs);
	return runs?.find((run) => run.id === shown && run.hasWeights) ?? runs?.find((run) => run.hasWeights) ?? null;
}

function ExportForm({ run, onClose }: { readonly run: RunSummary; readonly onClose: () => void }) {
	const { t, format } = useText();
	const targets = useTargets(run.id);
	const { state, start, stop, reset } = useExport();
	const [chosen, setChosen] = useState<string | null>(null);
	const fitting = targets?.find(({ obstacle }) => obstacle === null) ?? targets?.[0];
	const target = targets?.find((candidate) => candidate.name === chosen) ?? fitting ?? null;
	const { directory, setDirectory } = useDirectory(target?.name ?? null);
	if (state.kind === 'done')
		return <ExportDone result={state.result} provesWeightsAlone={target?.provesWeightsAlone ?? false} onClose={onClose} onAgain={reset} />;
	const isRunning = state.kind === 'running';
	const choose = (name: string): void => {
		setChosen(name);
		reset();
	};
	const request = target && directory.trim() !== '' ? { run: run.id, target: target.name, directory: directory.trim() } : null;
	return (
		<div className={styles.form}>
			<TargetChoice targets={targets} value={target?.name ?? null} isLocked={isRunning} onChange={choose} />
			{target ? <TargetDetails target={target} onLeave={onClose} /> : null}
			<DirectoryField
				value={directory}
				isLocked={isRunning}
				onChange={(value) => {
					setDirectory(value);
					reset();
				}}
				pathIn={(parent) => exportPath(parent, useDocumentStore.getState().document?.name ?? run.documentName, target?.name ?? '')}
			/>
			{state.kind === 'refused' ? <Refusal title={t('exporting.problem.title')}>{format.text(state.problem)}</Refusal> : null}
			{state.kind === 'asksReplace' && request ? (
				<ReplaceQuestion directory={directory} onReplace={() => start(request, true)} onKeep={reset} />
			) : null}
			{state.kind === 'running' ? <Progress stage={state.stage} share={state.share} /> : null}
			<footer className={styles.foot}>
				{isRunning ? (
					<Button h={32} variant="default" leftSection={<Icon name="stop" size={14} />} onClick={stop}>
						{t('exporting.stop')}
					</Button>
				) : (
					<Button
						h={32}
						leftSection={<Icon name="export" size={14} />}
						disabled={!request || target?.obstacle !== null || state.kind === 'asksReplace'}
						onClick={() => {
							if (request) start(request, false);
						}}
					>
						{t('exporting.start')}
					</Button>
				)}
			</footer>
		</div>
	);
}

/** A folder of its own beside the documents, until the user types another. */
function useDirectory(target: string | null): { readonly directory: string; readonly setDirectory: (directory: string) => void } {
	const parent = useSessionStore((state) => state.info?.documentsFolder ?? null);
	const name = useDocumentStore((state) => state.document?.name ?? '');
	const [typed, setTyped] = useState<string | null>(null);
	const suggested = parent !== null && target !== null ? exportPath(parent, name, target) : '';
	return { directory: typed ?? suggested, setDirectory: setTyped };
}

function DirectoryField({
	value,
	isLocked,
	onChange,
	pathIn,
}: {
	readonly value: string;
	readonly isLocked: boolean;
	readonly onChange: (value: string) => void;
	readonly pathIn: (parent: string) => string;
}) {
	const host = useHost();
	const { t } = useText();
	const choose = (): void => {
		choosePath(host, 'folder').then((path) => {
			if (path !== null) onChange(pathIn(path));
		}, reportProblem);
	};
	return (
		<div className={styles.directory}>
			<TextInput
				classNames={{ label: styles.label, description: styles.help }}
				label={t('exporting.folder')}
				description={t('exporting.folder.help')}
				inputWrapperOrder={['label', 'input', 'error', 'description']}
				error={value.trim() === '' ? t('exporting.folder.empty') : undefined}
				value={value}
				disabled={isLocked}
				spellCheck={false}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
			<Button h={36} variant="default" disabled={isLocked} onClick={choose}>
				{t('exporting.folder.choose')}
			</Button>
		</div>
	);
}

function Progress({ stage, share }: { readonly stage: Message | null; readonly share: number }) {
	const { t, format } = useText();
	return (
		<div className={styles.progress}>
			<ProgressBar share={share} label={t('exporting.progress')} />
			<p aria-live="polite">{stage ? format.text(stage) : ''}</p>
		</div>
	);
}

function ReplaceQuestion({
	directory,
	onReplace,
	onKeep,
}: {
	readonly directory: string;
	readonly onReplace: () => void;
	readonly onKeep: () => void;
}) {
	const { t } = useText();
	const [button, setButton] = useState<HTMLButtonElement | null>(null);
	useEffect(() => button?.focus(), [button]);
	return (
		<div className={styles.question} role="alertdialog" aria-label={t('exporting.replace.confirm')}>
			<p>{t('exporting.replace.question', { folder: directory })}</p>
			<Button ref={setButton} h={28} size="xs" variant="default" onClick={onKeep}>
				{t('exporting.replace.keep')}
			</Button>
			<Button h={28} size="xs" onClick={onReplace}>
				{t('exporting.replace.confirm')}
			</Button>
		</div>
	);
}
