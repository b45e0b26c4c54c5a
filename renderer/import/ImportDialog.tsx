import { Button, Modal } from '@mantine/core';
import type { Message } from '#shared/text/message.ts';
import { importModel } from '../actions/importModel.ts';
import { useRunAction } from '../actions/useAction.ts';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { ProgressBar } from '../training/RunProgress.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Refusal } from '../ui/Refusal.tsx';
import styles from './ImportDialog.module.css';
import { cancelImport, openImported, type ReadModel, useImportStore } from './importStore.ts';

const BYTES_PER_WEIGHT = 4;

/** A model of another tool on its way in: progress, then what is in it, before it takes the place of what is on the canvas. */
export function ImportDialog() {
	const { t } = useText();
	const state = useImportStore((store) => store.state);
	if (state.kind === 'idle') return null;
	return (
		<Modal
			opened
			centered
			size={560}
			title={t('importing.title')}
			closeButtonProps={{ 'aria-label': t('importing.close') }}
			onClose={cancelImport}
		>
			<div className={styles.body}>
				<p className={styles.file}>{state.name}</p>
				{state.kind === 'reading' ? <Progress stage={state.stage} share={state.share} /> : null}
				{state.kind === 'refused' ? <Refused problem={state.problem} /> : null}
				{state.kind === 'read' ? <Summary model={state.model} /> : null}
			</div>
		</Modal>
	);
}

function Progress({ stage, share }: { readonly stage: Message; readonly share: number | null }) {
	const { t, format } = useText();
	return (
		<>
			<div>
				<ProgressBar share={share} label={t('importing.progress')} />
				<p className={styles.stage} aria-live="polite">
					{format.text(stage)}
				</p>
			</div>
			<footer className={styles.foot}>
				<Button h={32} variant="default" leftSection={<Icon name="stop" size={14} />} onClick={cancelImport}>
					{t('importing.cancel')}
				</Button>
			</footer>
		</>
	);
}

function Refused({ problem }: { readonly problem: Message }) {
	const { t, format } = useText();
	const run = useRunAction();
	return (
		<>
			<Refusal title={t('importing.refused')}>{format.text(problem)}</Refusal>
			<footer className={styles.foot}>
				<Button h={32} variant="default" onClick={cancelImport}>
					{t('importing.close')}
				</Button>
				<Button
					h={32}
					onClick={() => {
						cancelImport();
						run(importModel);
					}}
				>
					{t('importing.another')}
				</Button>
			</footer>
		</>
	);
}

function Summary({ model }: { readonly model: ReadModel }) {
	const { t, format } = useText();
	const host = useHost();
	const { document, weights, notes, placeholders, title } = model;
	return (
		<>
			<div className={styles.facts}>
				<Fact text={format.text(title)} />
				<Fact text={t('importing.summary.layers', { layers: document.nodes.length })} />
				<Fact text={t('importing.summary.weights', { weights })} />
				<Fact text={t('importing.summary.size', { size: format.bytes(weights * BYTES_PER_WEIGHT) })} />
			</div>
			{placeholders.length === 0 ? (
				<p className={styles.whole}>
					<Icon name="check" size={14} />
					{t('importing.summary.whole')}
				</p>
			) : (
				<div className={styles.placeholders}>
					<p>
						<Icon name="warn" size={14} />
						{t('importing.summary.placeholders', { count: placeholders.length })}
					</p>
					<ul>
						{placeholders.map(({ name, reason }) => (
							<li key={name}>
								<strong>{name}</strong> {format.text(reason)}
							</li>
						))}
					</ul>
				</div>
			)}
			{notes.length > 0 ? (
				<section className={styles.notes} aria-label={t('importing.summary.notes')}>
					<h3>{t('importing.summary.notes')}</h3>
					<ul>
						{notes.map((note) => (
							<li key={format.text(note)}>{format.text(note)}</li>
						))}
					</ul>
				</section>
			) : null}
			<p className={styles.next}>{t('importing.summary.next')}</p>
			<footer className={styles.foot}>
				<Button h={32} variant="default" onClick={cancelImport}>
					{t('importing.cancel')}
				</Button>
				<Button h={32} data-autofocus onClick={() => void openImported(host, model).catch(reportProblem)}>
					{t('importing.open')}
				</Button>
			</footer>
		</>
	);
}

function Fact({ text }: { readonly text: string }) {
	return <div>{text}</div>;
}
