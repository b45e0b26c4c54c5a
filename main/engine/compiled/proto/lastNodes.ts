import { decodeSavedModel } from './savedModel.ts';

/**
 * The tensor that takes the input of a SavedModel's `serving_default`, and the node with which each layer ends: a layer's nodes lie in a
 * scope of its name, `conv_1/…`, in an order in which each follows what feeds it. Layers without nodes of their own are missing.
 */
export function lastNodes(bytes: Uint8Array): { readonly input: string; readonly nodes: ReadonlyMap<string, string> } {
	const { nodes, signatures } = decodeSavedModel(bytes);
	const [input] = Object.values(signatures.serving_default?.inputs ?? {});
	if (!input) throw new Error('the SavedModel has no signature serving_default with an input');
	const last = new Map<string, string>();
	for (const { name, op } of nodes) {
		const scope = name.split('/');
		// Weights and their saving stand in scopes as well.
		if (scope.length === 2 && op !== 'VarHandleOp' && scope[0] !== 'save') last.set(scope[0] ?? '', name);
	}
	return { input: input.name, nodes: last };
}
