import { Button, Modal } from '@mantine/core';
import { message } from '#shared/text/message.ts';
import { RATE_SWEEP, type RateSuggestion } from '#shared/training/rateFinder.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useViewStore } from '../../view/viewStore.ts';
import { ProgressBar } from '../RunProgress.tsx';
import { RateChart, spell } from './RateChart.tsx';
import styles from './RateFinder.module.css';
import { type RateSearchState, useRateSearch } from './useRateSearch.ts';

/** Looks for a learning rate on a copy of the network and offers it; nothing changes until it is taken. */
export function RateFinderDialog() {
	const { t } = useText();
	const set = useViewStore((state) => state.set);
	const { state, stop, again } = useRateSearch();
	const close = (): void => set({ dialog: null });
	return (
		<Modal
			opened
			centered
			size={720}
			title={t('training.rateFinder.title')}
			closeButtonProps={{ 'aria-label': t('training.rateFinder.close') }}
			onClose={close}
		>
			<div className={styles.dialog}>
				<p className={styles.text}>{t('training.rateFinder.text', { from: spell(RATE_SWEEP.from), to: spell(RATE_SWEEP.to) })}</p>
				<RateChart points={state.points} suggestion={state.suggestion} />
				<Outcome state={state} />
				<footer className={styles.foot}>
					{state.phase === 'ended' ? (
						<Button h={32} variant="default" onClick={again}>
							{t('training.rateFinder.again')}
						</Button>
					) : (
						<Button h={32} variant="default" leftSection={<Icon name="stop" size={14} />} onClick={stop}>
							{t('training.rateFinder.stop')}
						</Button>
					)}
					{state.suggestion ? <UseButton suggestion={state.suggestion} onDone={close} /> : null}
				</footer>
			</div>
		</Modal>
	);
}

function UseButton({ suggestion: { rate }, onDone }: { readonly suggestion: RateSuggestion; readonly onDone: () => void }) {
	const { t } = useText();
	const edit = useDocumentStore((state) => state.edit);
	return (
		<Button
			h={32}
			data-autofocus
			onClick={() => {
				edit([{ kind: 'setTraining', training: { learningRate: rate } }], { label: message('edit.training.learningRate') });
				onDone();
			}}
		>
			{t('training.rateFinder.use', { rate: spell(rate) })}
		</Button>
	);
}

/** How far the search is, or what it came to, in words that explain the curve. */
function Outcome({ state: { phase, share, suggestion, problem } }: { readonly state: RateSearchState }) {
	const { t, format } = useText();
	if (problem) {
		return (
			<p className={styles.problem} role="alert">
				<Icon name="warn" size={14} />
				<span>{format.text(problem)}</span>
			</p>
		);
	}
	if (phase !== 'ended') {
		return (
			<div className={styles.progress}>
				<ProgressBar share={phase === 'preparing' ? null : share} label={t('training.rateFinder.progress')} />
				<span>{t(phase === 'preparing' ? 'training.rateFinder.preparing' : 'training.rateFinder.searching')}</span>
			</div>
		);
	}
	if (!suggestion) return <p className={styles.found}>{t('training.rateFinder.nothing')}</p>;
	const values = { rate: spell(suggestion.rate), steepest: spell(suggestion.steepest), lowest: spell(suggestion.lowest) };
	const isSteepest = suggestion.steepest <= suggestion.lowest / 10;
	return (
		<p className={styles.found} role="status">
			<strong>{t('training.rateFinder.found', values)}</strong>{' '}
			{t(isSteepest ? 'training.rateFinder.whySteepest' : 'training.rateFinder.whyTenth', values)}
		</p>
	);
}
