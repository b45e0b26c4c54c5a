import type { GraphNode, NodeConfig } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { isSameData } from '#shared/json.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { type CommonField, commonFields } from '#shared/layers/commonFields.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import type { Message } from '#shared/text/message.ts';

/** One field of the form, for one node or for several, also of different kinds that have it in common. */
export interface ShownField extends CommonField {
	/** As the first of the kinds calls it. */
	readonly name: string;
	/** What the field has now; a saved value that does not fit is shown as it is. */
	readonly value: unknown;
	/** The selected nodes differ. */
	readonly isMixed: boolean;
	/** Has no value of its own and takes that of `field.follows`. */
	readonly isFollowing: boolean;
}

/** Settings as the layer sees them: defaults filled in, followed fields resolved; what does not fit stays as saved. */
function effectiveConfig(definition: LayerDefinition, node: GraphNode): GraphNode['config'] {
	const parsed = parseConfig(definition, node.config);
	if (parsed.ok) return parsed.value as GraphNode['config'];
	const initial = Object.fromEntries(
		Object.entries(definition.fields).map(([name, field]) => [name, field.initial as GraphNode['config'][string]]),
	);
	return { ...initial, ...node.config };
}

/** Fields to show for these nodes, in the order of the first one's definition; those that none of them shows are left out. */
export function shownFields(nodes: readonly GraphNode[]): readonly ShownField[] {
	const known = nodes.flatMap((node) => {
		const definition = layerDefinition(node.kind);
		return definition ? [{ node, definition, config: effectiveConfig(definition, node) }] : [];
	});
	if (known.length < nodes.length) return [];
	return commonFields(known.map(({ definition }) => definition)).flatMap((common) => {
		const { owners, field } = common;
		const own = known.map(({ node, definition, config }) => {
			const { name, field: ownField } = owners.find((owner) => owner.definition === definition) ?? owners[0];
			return { value: config[name], saved: node.config[name] ?? null, isVisible: ownField.isVisible?.(config) ?? true };
		});
		const [first] = own;
		if (!first || !own.some(({ isVisible }) => isVisible)) return [];
		return {
			...common,
			name: owners[0].name,
			value: first.value,
			isMixed: own.some(({ value }) => !isSameData(value, first.value)),
			isFollowing: field.follows !== undefined && own.every(({ saved }) => saved === null),
		};
	});
}

/** The edits that set a field of all these nodes, each by the name that its kind has for it. */
export function setField(nodes: readonly GraphNode[], { owners }: CommonField, value: NodeConfig[string]): readonly Edit[] {
	return nodes.flatMap((node): readonly Edit[] => {
		const own = owners.find(({ definition }) => definition.kind === node.kind);
		return own ? [{ kind: 'setConfig', node: node.id, config: { [own.name]: value } }] : [];
	});
}

/** Why `value` cannot be what all of these are set to, in the words of the schema; `null` when it can. */
export function refusal({ owners }: CommonField, value: unknown): Message | null {
	for (const { name, field } of owners) {
		const { follows: _, ...alone } = field;
		const parsed = parseConfig({ fields: { [name]: alone } }, { [name]: value });
		if (!parsed.ok) return parsed.problem[0]?.message ?? null;
	}
	return null;
}
