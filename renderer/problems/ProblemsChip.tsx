import { useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { countProblems } from './countProblems.ts';
import styles from './ProblemsChip.module.css';

/** Whether anything stops the network from training; opens the list of problems. */
export function ProblemsChip() {
	const { t, format } = useText();
	const diagnostics = useInference()?.diagnostics ?? [];
	const { worst, parts } = countProblems(diagnostics);
	// A note is no reason to doubt the network; it waits in the list.
	const state = worst === 'note' ? 'fine' : worst;
	const all = parts.map((part) => format.text(part));
	const open = (): void => {
		const { showMode, set } = useViewStore.getState();
		showMode('build');
		set({ drawerTab: 'problems', isDrawerOpen: true });
	};
	return (
		<button
			type="button"
			className={styles.chip}
			data-state={state}
			aria-live="polite"
			title={t('problems.chip.open', { counts: all.join(', ') })}
			onClick={open}
		>
			<Icon name={state === 'fine' ? 'check' : 'warn'} size={14} />
			{state === 'fine' ? t('problems.count.fine') : all[0]}
		</button>
	);
}
