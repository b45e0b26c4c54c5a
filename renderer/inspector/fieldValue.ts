import type { GraphNode } from '#shared/graph/document.ts';
import { isSameData } from '#shared/json.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { type Field, parseConfig } from '#shared/layers/fields.ts';
import type { Message } from '#shared/text/message.ts';

/** One field of the form, for one node or for several of the same kind. */
export interface ShownField {
	readonly name: string;
	readonly field: Field<unknown>;
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

/** Fields to show for nodes of one kind, in the order of the definition; hidden ones left out. */
export function shownFields(definition: LayerDefinition, nodes: readonly GraphNode[]): readonly ShownField[] {
	const configs = nodes.map((node) => effectiveConfig(definition, node));
	const [first] = configs;
	if (!first) return [];
	return Object.entries(definition.fields)
		.filter(([, field]) => configs.some((config) => field.isVisible?.(config) ?? true))
		.map(([name, field]) => ({
			name,
			field,
			value: first[name],
			isMixed: configs.some((config) => !isSameData(config[name], first[name])),
			isFollowing: field.follows !== undefined && nodes.every((node) => (node.config[name] ?? null) === null),
		}));
}

/** Why `value` cannot be the field's, in the words of the schema; `null` when it can. */
export function refusal(name: string, field: Field<unknown>, value: unknown): Message | null {
	const { follows: _, ...alone } = field;
	const parsed = parseConfig({ fields: { [name]: alone } }, { [name]: value });
	return parsed.ok ? null : (parsed.problem[0]?.message ?? null);
}
