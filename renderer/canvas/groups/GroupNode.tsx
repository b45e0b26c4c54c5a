import { memo, useEffect } from 'react';
import type { NodeProps } from 'reactflow';
import { useUpdateNodeInternals } from 'reactflow';
import type { GraphGroup } from '#shared/graph/document.ts';
import { findNode } from '#shared/graph/query.ts';
import type { GroupFacts } from '#shared/inference/groupFacts.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { portHeights } from '#shared/picture/cardGeometry.ts';
import { layerColour } from '#shared/picture/layerColour.ts';
import type { CardPort } from '#shared/picture/scene.ts';
import { isSameShape } from '#shared/tensor/shape.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useDerivedStore, useLargestSide } from '../../document/selectors.ts';
import { kindColour } from '../../glyph/layerColour.ts';
import { ShapeGlyph } from '../../glyph/ShapeGlyph.tsx';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useVerdict } from '../connect/useVerdict.ts';
import type { GroupFlowNode } from '../flowAdapter.ts';
import { CardName } from '../LayerNode/CardName.tsx';
import cards from '../LayerNode/LayerNode.module.css';
import { VerdictChip } from '../LayerNode/VerdictChip.tsx';
import { Port } from '../Port.tsx';
import { GroupMarks } from './GroupMarks.tsx';
import { GroupRepairs } from './GroupRepairs.tsx';
import styles from './Groups.module.css';
import { RepeatBadge } from './RepeatBadge.tsx';
import { useGroupFacts } from './useGroupFacts.ts';
import { useGroupLabel } from './useGroupLabel.ts';

/** A folded group as one card: what is in it, what goes in and comes out, what all copies cost. */
export const GroupNode = memo(function GroupNode({ id, data: { group, entries, exits }, selected }: NodeProps<GroupFlowNode>) {
	const facts = useGroupFacts(group);
	const label = useGroupLabel(group, facts);
	const { verdict, marks } = useVerdict(id);
	useMeasuredPorts(id, [...entries, ...exits]);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a card is a group of a picture, numbers and buttons, not a fieldset
		<div
			className={`${cards.place} ${styles.folded}`}
			style={{ '--own-category': 'var(--text-3)' }}
			role="group"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: the card is where keys and commands act
			tabIndex={0}
			aria-roledescription={label.role}
			aria-label={label.text}
			data-group={group.id}
			data-state={group.muted ? 'fine' : (facts?.status ?? 'unknown')}
			data-selected={selected || undefined}
			data-muted={group.muted || undefined}
			data-stacked={group.repeat > 1 || undefined}
			{...marks}
		>
			<article className={cards.card}>
				<Stripes facts={facts} />
				<header className={cards.header}>
					<Icon name="group" />
					<CardName thing={{ kind: 'group', group }} />
					<GroupMarks group={group} facts={facts} />
				</header>
				<Contents facts={facts} />
				<Body group={group} facts={facts} />
				<Footer group={group} facts={facts} />
			</article>
			<RepeatBadge group={group} />
			<PortRow ports={entries} type="target" />
			{exits.length > 0 ? <span className={`${cards.reach} nodrag nopan`} data-reach /> : null}
			<PortRow ports={exits} type="source" />
			{verdict ? <VerdictChip verdict={verdict} /> : null}
		</div>
	);
});

interface Props {
	readonly group: GraphGroup;
	readonly facts: GroupFacts | null;
}

/** The left edge in the colours of the layers inside, in the order of the data. */
function Stripes({ facts }: Pick<Props, 'facts'>) {
	return (
		<span className={styles.stripes} aria-hidden>
			{facts?.members.map((node) => (
				<i key={node.id} style={{ background: kindColour(node.kind) }} />
			))}
		</span>
	);
}

/** How many layers, and which. */
function Contents({ facts }: Pick<Props, 'facts'>) {
	const { t } = useText();
	if (!facts) return <p className={cards.settings} />;
	const kinds = [...new Set(facts.members.map((node) => node.kind))].map((kind) => t(`layer.${kind}.nodeName`));
	const listed = kinds.join(' · ');
	return (
		<p className={cards.settings}>
			<span>{t('group.layers', { count: facts.members.length })}</span>
			<span className={cards.behaviour} title={listed}>
				{listed}
			</span>
		</p>
	);
}

function Body({ group, facts }: Props) {
	const { t } = useText();
	const waitsFor = useDocumentStore((state) =>
		state.document && facts?.waitsFor ? findNode(state.document, facts.waitsFor)?.name : undefined,
	);
	if (facts?.status === 'error' && !group.muted) {
		return (
			<div className={`${cards.problem} nodrag`}>
				<GroupRepairs group={group} facts={facts} />
			</div>
		);
	}
	if (facts?.status === 'blocked') {
		return (
			<div className={cards.waiting}>
				<Icon name="clock" />
				<span>{t('canvas.node.waits', { name: waitsFor ?? '' })}</span>
			</div>
		);
	}
	return <Picture facts={facts} />;
}

function Picture({ facts }: Pick<Props, 'facts'>) {
	const { t, format } = useText();
	const largest = useLargestSide();
	const output = facts?.outputs[0] ?? null;
	const input = facts?.inputs[0] ?? null;
	const isKept = input !== null && output !== null && isSameShape(input, output);
	return (
		<div className={`${cards.picture} ${styles.picture}`}>
			<ShapeGlyph
				shape={output}
				largest={largest}
				category={layerColour(layerDefinition(facts?.mainKind ?? ''))}
				isFaded={facts?.status === 'unconnected'}
			/>
			<span className={styles.sizes}>
				{isKept ? (
					t('group.keeps', { shape: output })
				) : (
					<>
						<span>{input ? `${format.shape(input)} →` : null}</span>
						<span>{output ? format.shape(output) : null}</span>
					</>
				)}
			</span>
		</div>
	);
}

function Footer({ group, facts }: Props) {
	const { t, format } = useText();
	const all = useDerivedStore((state) => state.inference?.totals.multiplyAdds ?? 0);
	const share = facts && all > 0 && facts.status !== 'unconnected' ? facts.multiplyAdds / all : 0;
	return (
		<footer className={cards.footer}>
			<div className={cards.cost}>
				<div className={`${cards.bar} ${styles.bar}`}>
					<i style={{ width: `${share * 100}%` }} />
				</div>
				{share > 0 ? <span>{format.percent(share, share < 0.01 ? 1 : 0)}</span> : null}
			</div>
			<p className={cards.weights}>{words()}</p>
		</footer>
	);

	function words(): string {
		if (group.muted) return t('canvas.node.muted');
		if (!facts || facts.status === 'unknown') return t('canvas.node.unknown');
		if (facts.status === 'unconnected') return t('canvas.node.unconnected');
		return t('canvas.node.weights', { count: facts.weightCount, formatted: format.count(facts.weightCount) });
	}
}

function PortRow({ ports, type }: { readonly ports: readonly CardPort[]; readonly type: 'source' | 'target' }) {
	const heights = portHeights(ports.length);
	return ports.map((port, index) => <Port key={port.key} id={port.key} type={type} top={heights[index]} />);
}

/** React Flow looks for ports when a card appears; a wire that makes one needs it to look again. */
function useMeasuredPorts(card: string, ports: readonly CardPort[]): void {
	const measure = useUpdateNodeInternals();
	const keys = ports.map(({ key }) => key).join(' ');
	// biome-ignore lint/correctness/useExhaustiveDependencies: the ports are what changes
	useEffect(() => measure(card), [measure, card, keys]);
}
