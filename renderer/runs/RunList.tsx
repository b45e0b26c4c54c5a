import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useText } from '../text/useText.ts';
import { useTrainingStore, withLive } from '../training/trainingStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import styles from './RunList.module.css';
import { RunRow } from './RunRow.tsx';

/** The runs of the document, newest first: what set them apart and how well they did. */
export function RunList() {
	const { t } = useText();
	const runs = useTrainingStore((state) => state.runs);
	const live = useTrainingStore((state) => state.live);
	const shown = useViewStore((state) => state.run);
	const set = useViewStore((state) => state.set);
	const current = useMemo(() => (runs ?? []).map((run) => withLive(run, live)), [runs, live]);
	if (runs === null) return <RunsLoading />;
	if (current.length === 0) {
		return (
			<div className={styles.panel}>
				<EmptyNote title={t('runs.empty.title')} text={t('runs.empty.text')} />
			</div>
		);
	}
	const hasWeights = current.some((run) => run.id === shown && run.hasWeights);
	return (
		<div className={styles.panel}>
			<h2 className={styles.title}>{t('runs.title')}</h2>
			<ul className={styles.list} aria-label={t('runs.list.label')}>
				{current.map((run) => (
					<RunRow key={run.id} run={run} runs={current} />
				))}
			</ul>
			<p className={styles.note}>{t(current.length > 1 ? 'runs.list.note' : 'runs.list.noteOne')}</p>
			<div className={styles.foot}>
				<Button
					fullWidth
					h={28}
					variant="default"
					leftSection={<Icon name="export" size={14} />}
					disabled={!hasWeights}
					onClick={() => set({ dialog: 'export' })}
				>
					{t('runs.exportBest')}
				</Button>
			</div>
		</div>
	);
}

function RunsLoading() {
	return (
		<div className={styles.loading} aria-busy="true">
			<i />
			<i />
		</div>
	);
}
