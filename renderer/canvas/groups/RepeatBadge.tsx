import type { GraphGroup } from '#shared/graph/document.ts';
import { NumberBox } from '../../inspector/controls/NumberBox.tsx';
import { useCanEdit } from '../../inspector/useCanEdit.ts';
import { useText } from '../../text/useText.ts';
import styles from './Groups.module.css';
import { MOST_COPIES, setRepeat } from './setRepeat.ts';

/** How often a group stands in a row: type it, or use arrow keys and wheel. */
export function RepeatBadge({ group }: { readonly group: GraphGroup }) {
	const { t } = useText();
	const canEdit = useCanEdit();
	return (
		<span className={`${styles.badge} nodrag nopan nowheel`} data-repeated={group.repeat > 1 || undefined}>
			<span aria-hidden>×</span>
			{canEdit ? (
				<NumberBox
					label={t('group.repeat.of', { name: group.name })}
					value={group.repeat}
					min={1}
					max={MOST_COPIES}
					step={1}
					isRefused={false}
					onType={(value) => setRepeat(group, value)}
				/>
			) : (
				<span>{group.repeat}</span>
			)}
		</span>
	);
}
