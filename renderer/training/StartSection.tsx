import { Button } from '@mantine/core';
import type { GraphDocument } from '#shared/graph/document.ts';
import { startAtRandom } from '../actions/startAtRandom.ts';
import { tryStartWeights } from '../actions/tryStartWeights.ts';
import { useIsEnabled, useRunAction } from '../actions/useAction.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { useStart } from './startWeights.ts';
import styles from './TrainingPanel.module.css';

/** What the next run begins with, where that is not random: which weights, and in which layers they do not fit. */
export function StartSection() {
	const document = useDocumentStore((state) => state.document);
	return document?.weights ? <Start document={document} file={document.weights.file} /> : null;
}

function Start({ document, file }: { readonly document: GraphDocument; readonly file: string }) {
	const { t, format } = useText();
	const state = useStart(document);
	const run = useRunAction();
	const isEnabled = useIsEnabled(startAtRandom);
	const start = state?.kind === 'known' ? state.start : null;
	return (
		<PanelSection title={t('training.start.title')}>
			{state?.kind === 'gone' ? (
				<p className={styles.ending} role="alert">
					{format.text(state.problem)}
				</p>
			) : (
				<>
					<p className={styles.ending}>
						{start ? t('training.start.filled', { file, filled: start.filled }) : t('training.start.file', { file })}
					</p>
					{start && start.fresh.length > 0 ? (
						<p className={styles.ending}>
							<Icon name="info" size={12} /> {t('training.start.fresh', { count: start.fresh.length, layers: start.fresh.join(', ') })}
						</p>
					) : null}
				</>
			)}
			<div className={styles.controls}>
				{state?.kind === 'gone' ? null : (
					<Button
						h={28}
						size="xs"
						variant="default"
						title={t('action.tryStartWeights.help')}
						disabled={!isEnabled}
						onClick={() => run(tryStartWeights)}
					>
						{t('action.tryStartWeights.label')}
					</Button>
				)}
				<Button h={28} size="xs" variant="default" disabled={!isEnabled} onClick={() => run(startAtRandom)}>
					{t('action.startAtRandom.label')}
				</Button>
			</div>
		</PanelSection>
	);
}
