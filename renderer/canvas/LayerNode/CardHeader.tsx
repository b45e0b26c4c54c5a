import { useState } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import { hasFlag } from '#shared/graph/query.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { message } from '#shared/text/message.ts';
import type { RunAdvice } from '#shared/training/event.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useViewStore } from '../../view/viewStore.ts';
import { AdviceMark } from './AdviceMark.tsx';
import styles from './LayerNode.module.css';

interface Props {
	readonly node: GraphNode;
	readonly definition: LayerDefinition | undefined;
	readonly facts: NodeInference | null;
}

/** Picture of the kind, name, and marks: a problem, frozen, muted, pinned. */
export function CardHeader({ node, definition, facts, advice }: Props & { readonly advice: RunAdvice | null }) {
	const isRenaming = useViewStore((state) => state.renaming === node.id);
	return (
		<header className={styles.header}>
			<Icon name={definition?.icon ?? 'size'} />
			{isRenaming ? <NameInput node={node} /> : <CardName name={node.name} />}
			<Marks node={node} facts={facts} />
			{advice ? <AdviceMark advice={advice} /> : null}
		</header>
	);
}

/** Letters of the name that a card shows at full size. */
const USUAL_LENGTH = 9;

function CardName({ name }: { readonly name: string }) {
	return (
		<span className={styles.name} data-long={name.length > USUAL_LENGTH || undefined} title={name}>
			{name}
		</span>
	);
}

function Marks({ node, facts }: Pick<Props, 'node' | 'facts'>) {
	const { t } = useText();
	const isFrozen = useDocumentStore(({ document }) => document !== null && hasFlag(document, node, 'frozen'));
	const isMuted = useDocumentStore(({ document }) => document !== null && hasFlag(document, node, 'muted'));
	const isWarned = facts?.status === 'fine' && facts.diagnostics.some((diagnostic) => diagnostic.severity === 'warning');
	const marks: readonly (readonly [boolean, IconName, string])[] = [
		[facts?.status === 'error', 'warn', 'canvas.mark.error'],
		[isWarned, 'info', 'canvas.mark.warning'],
		[isFrozen, 'snow', 'canvas.node.frozen'],
		[isMuted, 'mute', 'canvas.node.muted'],
		[node.pinned === true, 'pin', 'canvas.node.pinned'],
	];
	const shown = marks.filter(([isShown]) => isShown);
	if (shown.length === 0) return null;
	return (
		<span className={styles.marks}>
			{shown.map(([, icon, label]) => (
				<Icon key={icon} name={icon} size={14} label={t(label)} />
			))}
		</span>
	);
}

function NameInput({ node }: { readonly node: GraphNode }) {
	const { t } = useText();
	const set = useViewStore((state) => state.set);
	const edit = useDocumentStore((state) => state.edit);
	const [name, setName] = useState(node.name);
	const finish = (keep: boolean): void => {
		set({ renaming: null });
		const next = name.trim();
		if (!keep || next === '' || next === node.name) return;
		edit([{ kind: 'setNode', node: node.id, changes: { name: next } }], {
			label: message('history.rename', { before: node.name, after: next }),
		});
	};
	return (
		<input
			className={`${styles.nameInput} nodrag nopan`}
			aria-label={t('canvas.node.name')}
			value={name}
			maxLength={60}
			ref={(element) => element?.focus()}
			onFocus={(event) => event.currentTarget.select()}
			onChange={(event) => setName(event.currentTarget.value)}
			onBlur={() => finish(true)}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === 'Enter') finish(true);
				if (event.key === 'Escape') finish(false);
			}}
		/>
	);
}
