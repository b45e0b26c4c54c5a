import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useText } from '../text/useText.ts';
import { useTrainingStore, withLive } from '../training/trainingStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import styles from './RunList.module.css';
import { RunRow } from './RunRow.tsx';
import { starredFirst } from './runOrder.ts';
import { showDifferences } from './runsViewStore.ts';

/** The runs of the document, starred ones first: what set them apart and how well they did. */
export function RunList() {
	const { t } = useText();
	const runs = useTrainingStore((state) => state.runs);
	const live = useTrainingStore((state) => state.live);
	const shown = useViewStore((state) => state.run);
	const set = useViewStore((state) => state.set);
	const [wantsStarred, setWantsStarred] = useState(false);
	const current = useMemo(() => starredFirst((runs ?? []).map((run) => withLive(run, live))), [runs, live]);
	const compared = useTrainingStore((state) => state.slots.filter((slot) => slot !== null).length);
	if (runs === null) return <RunsLoading />;
	if (current.length === 0) {
		return (
			<div className={styles.panel}>
				<EmptyNote title={t('runs.empty.title')} text={t('runs.empty.text')} />
			</div>
		);
	}
	const hasStars = current.some((run) => run.isStarred);
	const listed = wantsStarred && hasStars ? current.filter((run) => run.isStarred) : current;
	const hasWeights = current.some((run) => run.id === shown && run.hasWeights);
	return (
		<div className={styles.panel}>
			<h2 className={styles.title}>
				{t('runs.title')}
				{hasStars ? (
					<Tooltip label={t('runs.starredOnly')} openDelay={400}>
						<ActionIcon
							variant={wantsStarred ? 'light' : 'subtle'}
							color={wantsStarred ? undefined : 'gray'}
							size={28}
							aria-label={t('runs.starredOnly')}
							aria-pressed={wantsStarred}
							onClick={() => setWantsStarred(!wantsStarred)}
						>
							<Icon name="star" size={14} />
						</ActionIcon>
					</Tooltip>
				) : null}
			</h2>
			<ul className={styles.list} aria-label={t('runs.list.label')}>
				{listed.map((run) => (
					<RunRow key={run.id} run={run} runs={current} />
				))}
			</ul>
			<p className={styles.note}>{t(current.length > 1 ? 'runs.list.note' : 'runs.list.noteOne')}</p>
			<div className={styles.foot}>
				{compared > 1 ? (
					<Button fullWidth h={28} variant="default" leftSection={<Icon name="table" size={14} />} onClick={showDifferences}>
						{t('runs.compare.open', { count: compared })}
					</Button>
				) : null}
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
