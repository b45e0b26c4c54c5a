import { useMemo } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { useInside } from '../canvas/groups/useInside.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference, useNodeInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { ConfigForm } from './ConfigForm.tsx';
import { Explanation } from './Explanation.tsx';
import { GroupPanel } from './GroupPanel.tsx';
import { LayerCost } from './LayerCost.tsx';
import { LayerHeader } from './LayerHeader.tsx';
import { LayerProblems } from './LayerProblems.tsx';
import { LayerSize } from './LayerSize.tsx';
import { layerNumbers } from './layerNumbers.ts';
import { SeveralLayers, SeveralThings } from './SeveralLayers.tsx';

/** The inspector of what is selected: settings, problems with their repairs, the size's formula and picture, costs, explanation. */
export function LayerPanel() {
	const { t } = useText();
	const selection = useViewStore((state) => state.selection);
	const all = useDocumentStore((state) => state.document?.nodes);
	const groups = useDocumentStore((state) => state.document?.groups);
	const nodes = useMemo(() => all?.filter((node) => selection.has(node.id)) ?? [], [all, selection]);
	const chosen = useMemo(() => groups?.filter((group) => selection.has(groupKey(group.id))) ?? [], [groups, selection]);
	const inside = useInside();
	const [first, second] = nodes;
	const [group, another] = chosen;
	if (group && !another && !first) return <GroupPanel group={group} />;
	if (group) return <SeveralThings nodes={nodes} groups={chosen} />;
	if (!first && inside) return <GroupPanel group={inside} />;
	if (!first) return <EmptyNote title={t('inspector.empty.title')} text={t('inspector.empty.text')} />;
	if (second) return <SeveralLayers nodes={nodes} />;
	return <OneLayer key={first.id} node={first} />;
}

function OneLayer({ node }: { readonly node: GraphNode }) {
	const { t } = useText();
	const definition = layerDefinition(node.kind);
	const inference = useNodeInference(node.id);
	if (!definition || !inference) return <EmptyNote title={node.name} text={t('inspector.unknownKind', { kind: node.kind })} />;
	return <KnownLayer node={node} definition={definition} inference={inference} />;
}

interface KnownLayerProps {
	readonly node: GraphNode;
	readonly definition: LayerDefinition;
	readonly inference: NodeInference;
}

function KnownLayer({ node, definition, inference }: KnownLayerProps) {
	const order = useInference()?.order ?? [];
	const numbers = useMemo(() => layerNumbers(definition, node, inference), [definition, node, inference]);
	const nodes = useMemo(() => [node], [node]);
	const errors = inference.diagnostics.filter(({ severity }) => severity === 'error');
	const remarks = inference.diagnostics.filter(({ severity }) => severity !== 'error');
	return (
		<>
			<LayerHeader node={node} definition={definition} place={order.indexOf(node.id) + 1} count={order.length} />
			<LayerProblems diagnostics={errors} />
			<ConfigForm nodes={nodes} diagnostics={errors} />
			<LayerProblems diagnostics={remarks} />
			<LayerSize node={node} definition={definition} inference={inference} numbers={numbers} />
			{numbers && <LayerCost node={node} inference={inference} numbers={numbers} />}
			<Explanation definition={definition} />
		</>
	);
}
