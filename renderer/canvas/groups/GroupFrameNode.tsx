import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { useCanEdit } from '../../inspector/useCanEdit.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { FrameFlowNode } from '../flowAdapter.ts';
import { CardName } from '../LayerNode/CardName.tsx';
import { foldOrOpen } from './foldOrOpen.ts';
import { GroupMarks } from './GroupMarks.tsx';
import styles from './Groups.module.css';
import { enterGroup } from './inside.ts';
import { RepeatBadge } from './RepeatBadge.tsx';
import { useGroupFacts } from './useGroupFacts.ts';
import { useGroupLabel } from './useGroupLabel.ts';

/** An open group: a frame around its members, with its name, its copies and what they cost. */
export const GroupFrameNode = memo(function GroupFrameNode({ data: { group }, selected }: NodeProps<FrameFlowNode>) {
	const { t, format } = useText();
	const facts = useGroupFacts(group);
	const label = useGroupLabel(group, facts);
	const canEdit = useCanEdit();
	const weights = t('canvas.node.weights', { count: facts?.weightCount ?? 0, formatted: format.count(facts?.weightCount ?? 0) });
	return (
		<div
			className={styles.frame}
			data-state={facts?.status}
			data-selected={selected || undefined}
			data-muted={group.muted || undefined}
			data-stacked={group.repeat > 1 || undefined}
		>
			{/* biome-ignore lint/a11y/useSemanticElements: the head of a frame stands for the whole group */}
			<div
				className={styles.head}
				data-frame-handle
				data-group={group.id}
				role="group"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: the head is where keys and commands act
				tabIndex={0}
				aria-roledescription={label.role}
				aria-label={label.text}
			>
				<Icon name="group" size={14} />
				<CardName thing={{ kind: 'group', group }} />
				<RepeatBadge group={group} />
				<span className={styles.facts}>{t('group.frame', { weights, repeat: group.repeat })}</span>
				<GroupMarks group={group} facts={facts} />
				<UnstyledButton
					className={`${styles.button} nodrag nopan`}
					disabled={!canEdit}
					aria-label={t('group.fold', { name: group.name })}
					title={t('group.fold', { name: group.name })}
					onClick={() => foldOrOpen(group)}
				>
					<Icon name="fold" size={14} />
				</UnstyledButton>
				<UnstyledButton
					className={`${styles.button} nodrag nopan`}
					aria-label={t('group.enter', { name: group.name })}
					title={t('group.enter', { name: group.name })}
					onClick={() => enterGroup(group.id)}
				>
					<Icon name="enter" size={14} />
				</UnstyledButton>
			</div>
		</div>
	);
});
