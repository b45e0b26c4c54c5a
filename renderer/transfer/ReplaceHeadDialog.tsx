import { Button, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { GraphDocument, WeightsReference } from '#shared/graph/document.ts';
import { replaceHead } from '#shared/graph/transfer.ts';
import { MAX_SIZE } from '#shared/layers/fields.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import styles from '../import/ImportDialog.module.css';
import { currentFormatter, useText } from '../text/useText.ts';
import { useShownRun } from '../training/trainingStore.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';

/** Asks for the number of classes, says what will happen, and does it as one step. */
export function ReplaceHeadDialog() {
	const { t } = useText();
	const host = useHost();
	const document = useDocumentStore((state) => state.document);
	const classes = useDerivedStore((state) => state.dataset?.classes.length ?? null);
	const run = useShownRun();
	const [count, setCount] = useState<number | string>(classes ?? 2);
	const close = (): void => useViewStore.getState().set({ dialog: null });
	if (!document) return null;
	const source = run?.hasWeights ? run : null;
	const isValid = typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MAX_SIZE;
	const origin = source ? 'run' : document.weights ? 'document' : 'nothing';
	return (
		<Modal opened centered size={560} title={t('transfer.title')} closeButtonProps={{ 'aria-label': t('transfer.close') }} onClose={close}>
			<form
				className={styles.body}
				onSubmit={(event) => {
					event.preventDefault();
					if (isValid) replace(host, count, source?.id ?? null).then(close, reportProblem);
				}}
			>
				<p>{t('transfer.text')}</p>
				<NumberInput
					data-autofocus
					label={t('transfer.classes')}
					description={
						classes === null ? t('transfer.classes.help') : t('transfer.classes.data', { classes, isOther: String(count !== classes) })
					}
					min={1}
					max={MAX_SIZE}
					allowDecimal={false}
					value={count}
					error={isValid ? undefined : t('transfer.classes.error', { most: MAX_SIZE })}
					onChange={setCount}
				/>
				<ol className={styles.steps}>
					<li>{t(`transfer.step.base.${origin}`, { run: source?.name ?? '', file: document.weights?.file ?? '' })}</li>
					<li>{t('transfer.step.head')}</li>
					<li>{t('transfer.step.tune')}</li>
				</ol>
				<footer className={styles.foot}>
					<Button h={32} variant="default" onClick={close}>
						{t('transfer.cancel')}
					</Button>
					<Button h={32} type="submit" disabled={!isValid}>
						{t('transfer.confirm')}
					</Button>
				</footer>
			</form>
		</Modal>
	);
}

async function replace(host: Host, classes: number, run: string | null): Promise<void> {
	const weights: WeightsReference | undefined = run === null ? undefined : await host.runs.takeWeights({ run });
	const document: GraphDocument | null = useDocumentStore.getState().document;
	const edits = document && replaceHead(document, classes, weights);
	if (!edits) return;
	if (typeof edits === 'string') throw Object.assign(new Error(edits), { data: { message: { id: `transfer.problem.${edits}` } } });
	const label = message('history.replaceHead', { classes });
	useDocumentStore.getState().edit(edits, { label });
	announce(currentFormatter().text(label));
}
