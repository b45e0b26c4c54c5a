import type { Verdict } from '#shared/graph/connect.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { wordVerdict } from '../connect/verdictText.ts';
import styles from './LayerNode.module.css';

const icons = { fits: 'check', problem: 'warn', refused: 'no' } as const;

/** Over a card while a wire is drawn: the size it would make, or what speaks against it. */
export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
	const { format } = useText();
	return (
		<span className={styles.verdict} data-verdict={verdict.verdict}>
			<Icon name={icons[verdict.verdict]} size={12} />
			<span>{wordVerdict(format, verdict)}</span>
		</span>
	);
}
