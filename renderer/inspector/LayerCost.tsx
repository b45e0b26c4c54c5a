import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import { incomingEdges } from '#shared/graph/query.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import { mergeFields } from '#shared/inference/receptiveField.ts';
import type { FormulaLine } from '#shared/layers/formula.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { PanelSection } from '../ui/PanelSection.tsx';
import { spellFormula } from './formulaText.ts';
import styles from './LayerCost.module.css';
import { type LayerNumbers, spellReceptiveField } from './layerNumbers.ts';

interface LayerCostProps {
	readonly node: GraphNode;
	readonly inference: NodeInference;
	readonly numbers: LayerNumbers;
}

/** What the layer costs, each number with the formula that makes it. */
export function LayerCost({ node, inference, numbers: { formula, geometry } }: LayerCostProps) {
	const { t, format } = useText();
	const whole = useInference();
	const edges = useDocumentStore(({ document }) => (document ? incomingEdges(document, node.id) : null));
	const before = mergeFields((edges ?? []).map((edge) => whole?.nodes.get(edge.source)?.receptiveField ?? null));
	const { receptiveField, weightCount, trainableWeightCount } = inference;
	const fixedCount = weightCount - trainableWeightCount;
	return (
		<PanelSection title={t('inspector.cost.title')}>
			<dl className={styles.rows}>
				<Row name={t('inspector.cost.weights')} line={weightCount > 0 ? (formula?.weights ?? null) : null}>
					{weightCount === 0 ? t('inspector.cost.noWeights') : format.count(weightCount)}
				</Row>
				{weightCount > 0 && fixedCount > 0 && <Row name={t('inspector.cost.trainable')}>{format.count(trainableWeightCount)}</Row>}
				<Row name={t('inspector.cost.multiplyAdds')} line={formula?.multiplyAdds ?? null}>
					{format.count(inference.multiplyAdds)}
				</Row>
				{receptiveField && (
					<Row name={t('inspector.cost.receptiveField')} spelled={spellReceptiveField(before, geometry)}>
						{receptiveField.width.whole
							? t('inspector.cost.wholePicture')
							: format.shape([receptiveField.height.size, receptiveField.width.size])}
					</Row>
				)}
				<Row name={t('inspector.cost.activations')}>{format.bytes(inference.activationBytes)}</Row>
				{formula?.denseInstead && formula.denseInstead.result !== null && (
					<Row name={t('inspector.cost.denseInstead')} line={formula.denseInstead}>
						{format.count(formula.denseInstead.result)}
					</Row>
				)}
			</dl>
		</PanelSection>
	);
}

function Row({
	name,
	line = null,
	spelled = null,
	children,
}: {
	readonly name: string;
	readonly line?: FormulaLine | null;
	readonly spelled?: string | null;
	readonly children: ReactNode;
}) {
	const numbers = line ? spellFormula(line.tokens, 'number') : spelled;
	return (
		<div className={styles.row}>
			<dt>{name}</dt>
			{numbers !== null && (
				<Tooltip label={line ? spellFormula(line.tokens, 'symbol') : ''} disabled={!line} position="left" openDelay={200}>
					<dd className={styles.formula}>{numbers}</dd>
				</Tooltip>
			)}
			<dd className={styles.value}>{children}</dd>
		</div>
	);
}
