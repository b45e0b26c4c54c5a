import { useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import styles from './ProblemsChip.module.css';

/** Whether anything stops the network from training; opens the list of problems. */
export function ProblemsChip() {
	const { t } = useText();
	const diagnostics = useInference()?.diagnostics ?? [];
	const count = (severity: string): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
	const [errors, warnings] = [count('error'), count('warning')];
	const state = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'fine';
	const open = (): void => {
		const { showMode, set } = useViewStore.getState();
		showMode('build');
		set({ drawerTab: 'problems', isDrawerOpen: true });
	};
	return (
		<button type="button" className={styles.chip} data-state={state} aria-live="polite" title={t('problems.chip.open')} onClick={open}>
			<Icon name={state === 'fine' ? 'check' : 'warn'} size={14} />
			{t(`problems.chip.${state}`, { count: state === 'error' ? errors : warnings })}
		</button>
	);
}
