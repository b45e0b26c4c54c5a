import type { LayerDefinition } from '../../layers/defineLayer.ts';

/** The field that says `now` and could say `instead`: `activation` for sigmoid → relu. */
export function choiceWith(
	definition: LayerDefinition,
	parsed: Readonly<Record<string, unknown>>,
	now: string,
	instead: string,
): string | undefined {
	return Object.entries(definition.fields).find(
		([name, { control }]) => parsed[name] === now && control.kind === 'choice' && control.options.includes(instead),
	)?.[0];
}
