import { fieldWord } from '#shared/layers/catalogue.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { Formatter } from '#shared/text/formatter.ts';

/** Label of a field: the kind's own, else the one that kinds share. */
export function fieldLabel(format: Formatter, definition: LayerDefinition, field: string): string {
	return format.text(fieldWord(definition, field, 'label'));
}

export function fieldHelp(format: Formatter, definition: LayerDefinition, field: string): string | null {
	const help = fieldWord(definition, field, 'help');
	return format.has(help.id) ? format.text(help) : null;
}

/** Word of one option of a choice; terms of art (`relu`) stand for themselves. */
export function optionLabel(format: Formatter, definition: LayerDefinition, field: string, option: string): string {
	const word = fieldWord(definition, field, `option.${option}`);
	return format.has(word.id) ? format.text(word) : option;
}
