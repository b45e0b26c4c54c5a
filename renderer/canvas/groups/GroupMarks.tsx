import type { GraphGroup } from '#shared/graph/document.ts';
import type { GroupFacts } from '#shared/inference/groupFacts.ts';
import { useText } from '../../text/useText.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import cards from '../LayerNode/LayerNode.module.css';

/** A problem inside, frozen (the group, or all that has weights in it), muted. */
export function GroupMarks({ group, facts }: { readonly group: GraphGroup; readonly facts: GroupFacts | null }) {
	const { t } = useText();
	const isWarned = facts?.status === 'fine' && facts.diagnostics.some(({ severity }) => severity === 'warning');
	const isFrozen = group.frozen === true || (facts !== null && facts.members.length > 0 && facts.members.every((node) => node.frozen));
	const marks: readonly (readonly [boolean, IconName, string])[] = [
		[facts?.status === 'error', 'warn', 'canvas.mark.error'],
		[isWarned, 'info', 'canvas.mark.warning'],
		[isFrozen, 'snow', 'canvas.node.frozen'],
		[group.muted === true, 'mute', 'canvas.node.muted'],
	];
	const shown = marks.filter(([isShown]) => isShown);
	if (shown.length === 0) return null;
	return (
		<span className={cards.marks}>
			{shown.map(([, icon, label]) => (
				<Icon key={icon} name={icon} size={14} label={t(label)} />
			))}
		</span>
	);
}
