import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useId, useState } from 'react';
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
			{canEdit ? <CopiesBox group={group} label={t('group.repeat.of', { name: group.name })} /> : <span>{group.repeat}</span>}
		</span>
	);
}

/** What is refused is said in a bubble: the card has no room for words below. */
function CopiesBox({ group, label }: { readonly group: GraphGroup; readonly label: string }) {
	const { t } = useText();
	const id = useId();
	const [isRefused, setIsRefused] = useState(false);
	const reason = t('group.panel.repeat.refused', { most: MOST_COPIES });
	return (
		<Tooltip label={reason} opened={isRefused} position="top-start" multiline maw={240} color="var(--err)">
			{/* biome-ignore lint/a11y/noStaticElementInteractions: leaving the box inside ends what was said of it. */}
			<span onBlur={() => setIsRefused(false)}>
				<NumberBox
					label={label}
					value={group.repeat}
					min={1}
					max={MOST_COPIES}
					step={1}
					isRefused={isRefused}
					{...(isRefused ? { describedBy: id } : {})}
					onType={(value) => setIsRefused(!setRepeat(group, value))}
				/>
				{isRefused && (
					<VisuallyHidden id={id} role="alert">
						{reason}
					</VisuallyHidden>
				)}
			</span>
		</Tooltip>
	);
}
