import type { GraphNode } from '#shared/graph/document.ts';
import { hasFlag } from '#shared/graph/query.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { RunAdvice } from '#shared/training/event.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { AdviceMark } from './AdviceMark.tsx';
import { CardName } from './CardName.tsx';
import styles from './LayerNode.module.css';

interface Props {
	readonly node: GraphNode;
	readonly definition: LayerDefinition | undefined;
	readonly facts: NodeInference | null;
}

/** Picture of the kind, name, and marks: a problem, frozen, muted, pinned. */
export function CardHeader({ node, definition, facts, advice }: Props & { readonly advice: RunAdvice | null }) {
	return (
		<header className={styles.header}>
			<Icon name={definition?.icon ?? 'size'} />
			<CardName thing={{ kind: 'layer', node }} />
			<Marks node={node} facts={facts} />
			{advice ? <AdviceMark advice={advice} /> : null}
		</header>
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
