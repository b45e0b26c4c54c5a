import type { GraphGroup } from '#shared/graph/document.ts';
import { firstCopyField, type GroupFacts } from '#shared/inference/groupFacts.ts';
import { isSameShape, type MaybeShape } from '#shared/tensor/shape.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { PanelSection } from '../ui/PanelSection.tsx';
import styles from './GroupPanel.module.css';

/** What repeating does to weights, depth and what one value sees, with this group's numbers. */
export function GroupTeaching({ group, facts }: { readonly group: GraphGroup; readonly facts: GroupFacts }) {
	const { t, format } = useText();
	const first = useDerivedStore(({ inference }) => (inference ? firstCopyField(inference, facts) : null));
	const [input] = facts.inputs;
	const [output] = facts.outputs;
	if (!input || !output || facts.inputs.length !== 1 || facts.outputs.length !== 1 || facts.status !== 'fine') return null;
	return (
		<PanelSection title={t('group.panel.teaching')}>
			<p className={styles.text}>{words(input, output)}</p>
		</PanelSection>
	);

	function words(entry: MaybeShape, exit: MaybeShape): string {
		const one = facts.weightCount / group.repeat;
		if (!isSameShape(entry, exit)) return t('group.panel.misfit', { input: entry, output: exit });
		if (group.repeat === 1) return t('group.panel.once', { one, weights: one * 2, depth: facts.depth, shape: exit });
		const numbers = { repeat: group.repeat, one, weights: facts.weightCount, depth: facts.depth, total: facts.depth * group.repeat };
		const text = t('group.panel.repeated', numbers);
		const last = facts.receptiveField;
		if (!first || !last || last.width.whole) return text;
		const sees = (field: NonNullable<typeof last>): string => format.shape([field.height.size, field.width.size]);
		return `${text} ${t('group.panel.sees', { field: sees(last), before: sees(first) })}`;
	}
}
