import { useMemo } from 'react';
import type { GraphGroup, GraphNode } from '#shared/graph/document.ts';
import { groupMembers } from '#shared/graph/query.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { PanelSection, ValueList } from '../ui/PanelSection.tsx';
import { ConfigForm } from './ConfigForm.tsx';
import styles from './LayerHeader.module.css';
import { LayerMenu } from './LayerHeader.tsx';

/** Selected groups and layers: all the layers that they stand for. */
export function SeveralThings({ nodes, groups }: { readonly nodes: readonly GraphNode[]; readonly groups: readonly GraphGroup[] }) {
	const document = useDocumentStore((state) => state.document);
	const all = useMemo(() => {
		const members = new Set(document ? groups.flatMap((group) => [...groupMembers(document, group.id)]) : []);
		return document?.nodes.filter((node) => nodes.includes(node) || members.has(node.id)) ?? [];
	}, [document, nodes, groups]);
	return <SeveralLayers nodes={all} />;
}

/** Several selected layers: what they cost together, and the settings that they have in common, set together. */
export function SeveralLayers({ nodes }: { readonly nodes: readonly GraphNode[] }) {
	const { t, format } = useText();
	const inference = useInference();
	const known = nodes.flatMap((node) => inference?.nodes.get(node.id) ?? []);
	const kinds = new Set(nodes.map((node) => node.kind));
	const definition = kinds.size === 1 ? layerDefinition(nodes[0]?.kind ?? '') : undefined;
	const sum = (count: (node: (typeof known)[number]) => number): string =>
		format.count(known.reduce((total, node) => total + count(node), 0));
	const isAllTrainable = known.every((node) => node.trainableWeightCount === node.weightCount);
	return (
		<>
			<header className={styles.header}>
				<div className={styles.words}>
					<h2 className={styles.title}>{t('inspector.several.title', { count: nodes.length })}</h2>
					<p>{definition ? t(`layer.${definition.kind}.title`) : t('inspector.several.kinds', { count: kinds.size })}</p>
				</div>
				<LayerMenu />
			</header>
			<ConfigForm key={[...kinds].join(' ')} nodes={nodes} diagnostics={[]} />
			<PanelSection title={t('inspector.several.together')}>
				<ValueList
					values={[
						[t('inspector.cost.weights'), sum((node) => node.weightCount)],
						[t('inspector.cost.trainable'), isAllTrainable ? null : sum((node) => node.trainableWeightCount)],
						[t('inspector.cost.multiplyAdds'), sum((node) => node.multiplyAdds)],
					]}
				/>
			</PanelSection>
		</>
	);
}
