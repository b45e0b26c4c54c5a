import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { miniVgg } from '#shared/templates/teaching.ts';

/**
 * A network for a folder of one's own pictures: a small template, with the repairs that its input and output ask for on this data.
 * Pictures of different sizes (`shape` is `null`) are brought to the template's own size.
 */
export function folderDocument(description: DatasetDescription, id: string): GraphDocument {
	const template = description.shape?.[2] === 1 ? lenet5 : miniVgg;
	const document = applyEdits(template.build(id), [
		{ kind: 'setDataset', dataset: description.reference },
		{ kind: 'renameDocument', name: description.title },
	]);
	const endpoints = document.nodes.filter((node) => layerDefinition(node.kind)?.endpoint !== undefined);
	return endpoints.reduce((fitted, { id: node }) => {
		const found = inferShapes(fitted, { dataset: description }).nodes.get(node)?.diagnostics ?? [];
		return applyEdits(fitted, found.find(({ severity }) => severity === 'error')?.fixes[0]?.edits ?? []);
	}, document);
}
