import { useState } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { FormulaBlock } from '#shared/layers/formula.ts';
import { layerColour } from '#shared/picture/layerColour.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { PanelSection } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { FormulaView, type Light } from './FormulaView.tsx';
import styles from './LayerSize.module.css';
import type { LayerNumbers } from './layerNumbers.ts';
import { useLayerImage } from './useLayerImage.ts';
import { WindowPicture } from './WindowPicture.tsx';

interface LayerSizeProps {
	readonly node: GraphNode;
	readonly definition: LayerDefinition;
	readonly inference: NodeInference;
	readonly numbers: LayerNumbers | null;
}

const dark: Light = { field: null, part: null };

/** How the output size comes about: the formula with this layer's numbers, and the picture of its window. */
export function LayerSize({ node, definition, inference, numbers }: LayerSizeProps) {
	const { t, format } = useText();
	const [pointed, setPointed] = useState<Light>(dark);
	const litField = useViewStore((state) => state.litField);
	const image = useLayerImage(node.id, inference.inputs[0] ?? null);
	if (!numbers) return <WaitingSize inference={inference} />;
	const { formula, geometry } = numbers;
	const light: Light = { field: litField, part: pointed.part ?? partOf(formula, litField) };
	const onLight = (next: Light): void => {
		setPointed(next);
		useViewStore.getState().set({ litField: next.field });
	};
	return (
		<>
			<PanelSection title={t('inspector.size.title')} remark={format.shape(inference.output)}>
				{formula && formula.size.length > 0 && (
					<div className={styles.formula}>
						<FormulaView lines={formula.size} light={light} onLight={onLight} onPick={focusField} />
					</div>
				)}
			</PanelSection>
			{geometry && <WindowPicture geometry={geometry} category={layerColour(definition)} image={image} litPart={light.part} />}
		</>
	);
}

/** Says what the size waits for. */
function WaitingSize({ inference }: { readonly inference: NodeInference }) {
	const { t } = useText();
	const waitsFor = useDocumentStore(({ document }) => document?.nodes.find((other) => other.id === inference.waitsFor)?.name ?? '');
	return (
		<PanelSection title={t('inspector.size.title')} remark={t('inspector.size.notKnown')}>
			<p className={styles.waits}>{t(`inspector.size.${inference.status}`, { name: waitsFor })}</p>
		</PanelSection>
	);
}

function partOf(formula: FormulaBlock | null, field: string | null): Light['part'] {
	if (!formula || field === null) return null;
	return formula.size.flatMap((line) => line.tokens).find((token) => token.field === field)?.part ?? null;
}

/** Puts the cursor into the field that a symbol stands for; of a choice, on what is chosen. */
function focusField(field: string): void {
	const row = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
	const control = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input, textarea');
	control?.focus();
}
