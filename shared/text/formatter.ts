import { IntlMessageFormat } from 'intl-messageformat';
import type { TensorShape } from '../tensor/shape.ts';
import type { Message, MessageValue } from './message.ts';

/** Sentences by id; ICU MessageFormat. */
export type TextCatalogue = Readonly<Record<string, string>>;

/** Words messages, numbers, sizes and times in one language. */
export interface Formatter {
	readonly locale: string;
	text(message: Message): string;
	/** The raw sentence exists in the catalogue. */
	has(id: string): boolean;
	/** `61,706` */
	count(value: number): string;
	/** `2.4 M` from a million on, all digits below. */
	shortCount(value: number): string;
	/** `26 × 26 × 32`; `?` while unknown. */
	shape(shape: TensorShape | null): string;
	/** `247 kB`, decimal units. */
	bytes(value: number): string;
	/** `98.3 %` from a share between 0 and 1. */
	percent(share: number, digits?: number): string;
	/** `1 min 20 s` */
	duration(seconds: number): string;
	/** A setting as it is typed, all its digits and none in groups: `0.001`, in German `0,001`. */
	plain(value: number): string;
	/** `0.350`, in German `0,350`. */
	fixed(value: number, digits: number): string;
	/** What stands between whole and fraction, and between groups of three. */
	readonly decimalSign: string;
	readonly groupSign: string;
}

const THIN_SPACE = '\u2009';
const TIMES = `${THIN_SPACE}×${THIN_SPACE}`;

/**
 * A formatter for one locale. Ids missing from `catalogue` fall back to `fallback` (English), then to the id itself,
 * so that a half-translated language never hides a sentence.
 */
export function createFormatter(locale: string, catalogue: TextCatalogue, fallback: TextCatalogue = catalogue): Formatter {
	const compiled = new Map<string, IntlMessageFormat>();
	const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
	const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
	const sentence = (id: string): IntlMessageFormat | null => {
		const known = compiled.get(id);
		if (known) return known;
		const source = catalogue[id] ?? fallback[id];
		if (source === undefined) return null;
		const made = new IntlMessageFormat(source, catalogue[id] === undefined ? 'en' : locale, undefined, { ignoreTag: true });
		compiled.set(id, made);
		return made;
	};
	const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.5);
	const signOf = (type: 'decimal' | 'group', usual: string): string => parts.find((part) => part.type === type)?.value ?? usual;
	const decimalSign = signOf('decimal', '.');
	const isMessage = (value: MessageValue): value is Message => typeof value === 'object' && value !== null && 'id' in value;
	const spell = (value: MessageValue): string | number => {
		if (typeof value === 'string' || typeof value === 'number') return value;
		if (isMessage(value)) return text(value);
		return shape(value);
	};
	const shape = (value: TensorShape | null): string => (value === null ? '?' : value.map((dim) => whole.format(dim)).join(TIMES));
	const text = (message: Message): string => {
		const format = sentence(message.id);
		if (!format) return message.id;
		if (!message.values) return format.format() as string;
		return format.format(Object.fromEntries(Object.entries(message.values).map(([name, value]) => [name, spell(value)]))) as string;
	};
	const scaled = (value: number, units: readonly string[], from: number): string => {
		if (Math.abs(value) < from) return whole.format(value);
		let power = 0;
		let scaledValue = value;
		while (Math.abs(scaledValue) >= 999.5 && power < units.length - 1) {
			scaledValue /= 1000;
			power++;
		}
		return `${short.format(scaledValue)} ${units[power]}`.trim();
	};
	return {
		locale,
		text,
		has: (id) => catalogue[id] !== undefined || fallback[id] !== undefined,
		count: (value) => whole.format(value),
		shortCount: (value) => scaled(value, ['', 'k', 'M', 'G', 'T'], 1_000_000),
		shape,
		bytes: (value) => scaled(value, ['B', 'kB', 'MB', 'GB', 'TB'], 0),
		percent: (share, digits = 1) =>
			`${new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share * 100)} %`,
		duration: (seconds) => {
			const rounded = Math.max(0, Math.round(seconds));
			const hours = Math.floor(rounded / 3600);
			const minutes = Math.floor((rounded % 3600) / 60);
			if (hours > 0) return `${hours} h ${minutes} min`;
			return minutes > 0 ? `${minutes} min ${rounded % 60} s` : `${rounded} s`;
		},
		plain: (value) => String(value).replace('.', decimalSign),
		fixed: (value, digits) =>
			new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false }).format(value),
		decimalSign,
		groupSign: signOf('group', ','),
	};
}
