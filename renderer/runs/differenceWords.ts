import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';
import type { LayerDifference, SettingDifference } from '#shared/training/compareRuns.ts';
import { fieldLabel, optionLabel } from '../inspector/fieldWords.ts';

/** One line of the table: what differs, and how it is in each run. */
export interface DifferenceRow {
	readonly key: string;
	readonly label: string;
	readonly values: readonly string[];
}

/** Settings whose values are words of a list. */
const chosen: ReadonlySet<string> = new Set(['optimizer', 'schedule', 'loss', 'classWeights']);
const shares: ReadonlySet<string> = new Set(['validationShare']);

export function wordSetting(format: Formatter, { name, values }: SettingDifference): DifferenceRow {
	const own = ['dataset', 'engine', 'program', 'processor'].includes(name);
	return {
		key: name,
		label: format.text(message(own ? `compare.setting.${name}` : `training.${name}.label`)),
		values: values.map((value) => wordSettingValue(format, name, value)),
	};
}

function wordSettingValue(format: Formatter, name: SettingDifference['name'], value: unknown): string {
	if (value === null) return format.text(message('compare.off'));
	if (name === 'dataset') return wordData(format, value as DataValue);
	if (chosen.has(name)) return format.text(message(`training.${name}.option.${String(value)}`));
	if (shares.has(name) && typeof value === 'number') return format.percent(value);
	return String(value);
}

interface DataValue {
	readonly reference: { readonly kind: 'bundled'; readonly name: string } | { readonly kind: 'folder'; readonly path: string } | null;
	readonly fingerprint: string | null;
}

/** The fingerprint tells folders apart whose images have changed since. */
function wordData(format: Formatter, { reference, fingerprint }: DataValue): string {
	if (reference === null) return format.text(message('compare.off'));
	const title =
		reference.kind === 'bundled'
			? format.text(message(`data.bundled.${reference.name}.title`))
			: (reference.path.split(/[\\/]/).at(-1) ?? '');
	return fingerprint === null ? title : `${title} · ${fingerprint.slice(0, 8)}`;
}

export function wordLayer(format: Formatter, { node, name, kind, what }: LayerDifference): DifferenceRow {
	const definition = layerDefinition(kind);
	const row = (key: string, label: string, values: readonly string[]): DifferenceRow => ({
		key: `${node} ${key}`,
		label: label === '' ? name : format.text(message('compare.layer.part', { layer: name, part: label })),
		values,
	});
	switch (what.kind) {
		case 'presence':
			return row(
				'presence',
				'',
				what.values.map((isThere) =>
					isThere ? format.text(message(`layer.${kind}.title`)) : format.text(message('compare.layer.absent')),
				),
			);
		case 'layerKind':
			return row(
				'kind',
				'',
				what.values.map((each) => format.text(message(`layer.${each}.title`))),
			);
		case 'field':
			return row(
				what.field,
				definition ? fieldLabel(format, definition, what.field) : what.field,
				what.values.map((value) =>
					typeof value === 'string' && definition ? optionLabel(format, definition, what.field, value) : wordValue(format, value),
				),
			);
		case 'flag':
			return row(
				what.flag,
				format.text(message(`compare.layer.${what.flag}`)),
				what.values.map((value) => wordValue(format, value)),
			);
		case 'inputs':
			return row(
				'inputs',
				format.text(message('compare.layer.inputs')),
				what.values.map((names) => names.join(', ') || format.text(message('compare.layer.noInput'))),
			);
	}
}

function wordValue(format: Formatter, value: unknown): string {
	if (value === null) return format.text(message('compare.automatic'));
	if (typeof value === 'boolean') return format.text(message(value ? 'compare.yes' : 'compare.no'));
	if (Array.isArray(value)) return value.map(String).join(' × ');
	if (typeof value === 'object') return Object.values(value).map(String).join(' / ');
	return String(value);
}
