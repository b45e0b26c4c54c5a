import type { GraphDocument } from '#shared/graph/document.ts';
import { trainingBytes } from '#shared/training/stepMemory.ts';
import { useDerivedStore, useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import styles from './TrainingSettings.module.css';

/** What a run with these settings needs of the memory there is; told before Start, and alarming where it is too much. */
export function MemoryNote({ document }: { readonly document: GraphDocument }) {
	const { t, format } = useText();
	const inference = useInference();
	const ofMachine = useDerivedStore((state) => state.memoryBudget);
	const own = document.settings.memoryBudget;
	const budget = own ?? ofMachine;
	if (!inference || budget === null || inference.included.size === 0) return null;
	const { batchSize, optimizer } = document.training;
	const { activations, weights } = trainingBytes(inference.totals, batchSize, optimizer);
	const needed = activations + weights;
	const excess = inference.diagnostics.find(({ code }) => code === 'memoryOverBudget');
	return (
		<div className={excess ? styles.wide : undefined}>
			<span className={styles.label}>{t('training.memory.label')}</span>
			<p className={styles.memory} data-over={excess ? true : undefined} role={excess ? 'alert' : undefined}>
				{t('training.memory.value', { needed: format.bytes(needed), budget: format.bytes(budget) })}
			</p>
			<p className={styles.help}>
				{excess ? format.text(excess.text) : t(own === null ? 'training.memory.help' : 'training.memory.helpOfDocument', { batchSize })}
			</p>
		</div>
	);
}
