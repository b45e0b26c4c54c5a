import { Button } from '@mantine/core';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { AdviceBoxes } from './AdviceBoxes.tsx';
import { type LiveRun, measureProgress } from './liveRun.ts';
import styles from './TrainingPanel.module.css';
import { useTrainingStore } from './trainingStore.ts';

/** The run under way: time left, how far it is, how fast, and the stop button. */
export function RunProgress({ live, batchSize }: { readonly live: LiveRun; readonly batchSize: number }) {
	const host = useHost();
	const { t, format } = useText();
	const isStopping = useTrainingStore((state) => state.isStopping);
	const numbers = measureProgress(live, batchSize);
	const headline = useHeadline(live);
	const share = live.phase === 'preparing' ? (live.preparing?.share ?? null) : (numbers?.share ?? null);
	return (
		<>
			<PanelSection>
				<div className={styles.headline}>
					<strong>{headline}</strong>
					{numbers && numbers.secondsSoFar > 0 ? (
						<span>{t('training.progress.soFar', { time: format.duration(numbers.secondsSoFar) })}</span>
					) : null}
				</div>
				<ProgressBar share={share} label={t('training.progress.label')} />
				<div className={styles.caption}>
					{numbers && live.phase === 'training' ? <Counters live={live} batchSize={batchSize} /> : <Stage live={live} />}
				</div>
				<div className={styles.controls}>
					<PauseButtons live={live} isStopping={isStopping} />
					<Button
						fullWidth
						h={32}
						variant="default"
						leftSection={<Icon name="stop" size={14} />}
						disabled={isStopping}
						onClick={() => void useTrainingStore.getState().stop(host)}
					>
						{t(isStopping ? 'training.stop.stopping' : 'training.stop.keepBest')}
					</Button>
				</div>
			</PanelSection>
			{numbers ? (
				<PanelSection>
					<div className={styles.tiles}>
						<div>
							<strong>{live.batch ? format.count(live.batch.imagesPerSecond) : '–'}</strong>
							{t('training.progress.speed')}
						</div>
						<div>
							<strong>{t('training.progress.batches', { left: numbers.batchesLeft, total: numbers.batchesPerEpoch })}</strong>
							{t('training.progress.batchesLabel', { size: batchSize })}
						</div>
					</div>
				</PanelSection>
			) : null}
			<AdviceBoxes advice={live.advice} isLive />
			<Announcement live={live} />
		</>
	);
}

/** Hold and go on; while it is held, one batch at a time. */
function PauseButtons({ live, isStopping }: { readonly live: LiveRun; readonly isStopping: boolean }) {
	const host = useHost();
	const { t } = useText();
	const control = useTrainingStore((state) => state.control);
	if (live.phase !== 'training') return null;
	if (!live.isPaused) {
		return (
			<Button
				h={32}
				px={12}
				variant="default"
				leftSection={<Icon name="pause" size={14} />}
				disabled={isStopping}
				onClick={() => void control(host, 'pause')}
			>
				{t('training.pause.label')}
			</Button>
		);
	}
	return (
		<>
			<Button
				h={32}
				px={12}
				leftSection={<Icon name="play" size={14} />}
				disabled={isStopping}
				onClick={() => void control(host, 'continue')}
			>
				{t('training.pause.continue')}
			</Button>
			<Button h={32} px={12} variant="default" disabled={isStopping} onClick={() => void control(host, 'step')}>
				{t('training.pause.step')}
			</Button>
		</>
	);
}

function useHeadline(live: LiveRun): string {
	const { t, format } = useText();
	if (live.phase === 'preparing') return t('training.preparing.title');
	if (live.phase === 'testing') return t('training.progress.testing');
	if (live.isPaused) return t('training.pause.paused');
	const left = live.batch?.secondsLeft ?? null;
	return left === null ? t('training.progress.unknown') : t('training.progress.left', { time: format.duration(left) });
}

function Counters({ live, batchSize }: { readonly live: LiveRun; readonly batchSize: number }) {
	const { t } = useText();
	const numbers = measureProgress(live, batchSize);
	if (!numbers) return null;
	return (
		<>
			<span>{t('training.progress.epoch', { epoch: numbers.epoch, epochs: numbers.epochs })}</span>
			<span>{t('training.progress.images', { done: numbers.images, total: numbers.imagesPerEpoch })}</span>
		</>
	);
}

function Stage({ live }: { readonly live: LiveRun }) {
	const { t } = useText();
	if (live.phase === 'testing') return <span>{t('training.progress.testingText', { count: live.started?.samples.test ?? 0 })}</span>;
	return <span>{t(`training.preparing.${live.preparing?.stage ?? 'queued'}`)}</span>;
}

/** A bar that fills; without a share it runs to and fro. */
export function ProgressBar({ share, label }: { readonly share: number | null; readonly label: string }) {
	const percent = share === null ? null : Math.round(share * 1000) / 10;
	return (
		<div
			className={styles.bar}
			role="progressbar"
			aria-label={label}
			aria-valuemin={0}
			aria-valuemax={100}
			{...(percent === null ? {} : { 'aria-valuenow': percent })}
			data-unknown={percent === null || undefined}
		>
			<div className={styles.fill} style={percent === null ? undefined : { width: `${percent}%` }} />
		</div>
	);
}

/** Tells screen readers each finished epoch, and nothing in between. */
function Announcement({ live }: { readonly live: LiveRun }) {
	const { t, format } = useText();
	const last = live.results.at(-1);
	const validation = last?.validation?.accuracy ?? null;
	const train = last?.train.accuracy ?? null;
	const accuracy =
		validation !== null
			? t('training.progress.announce.validation', { percent: format.percent(validation) })
			: train !== null
				? t('training.progress.announce.train', { percent: format.percent(train) })
				: '';
	return (
		<p className={styles.announcement} aria-live="polite">
			{last ? t('training.progress.announce', { epoch: last.epoch + 1, epochs: live.started?.epochs ?? 0, accuracy }) : ''}
		</p>
	);
}
