import { type FieldControl, REST } from '../layers/fields.ts';
import type { Sides } from '../tensor/window.ts';

/** How the value of a field is written in an outline: one word without spaces, whatever the field. */

const SIDES = ['top', 'bottom', 'left', 'right'] as const satisfies readonly (keyof Sides)[];
const AUTOMATIC = 'auto';
const ON = 'on';
const OFF = 'off';
const AS_MANY_AS_REMAIN = 'rest';

/** Words that may stand for the whole value; for completion and for the sentence about a value that does not fit. */
export function valueWords(control: FieldControl, canBeAutomatic: boolean): readonly string[] {
	const own = control.kind === 'choice' ? control.options : control.kind === 'switch' ? [ON, OFF] : [];
	return canBeAutomatic ? [AUTOMATIC, ...own] : own;
}

/**
 * `5x3` is 5 wide and 3 high, as on screen and in the notes; equal sides are written once. Sides are `top,bottom,left,right`,
 * a matrix is its rows: `1,0,-1;2,0,-2`. A value that the field cannot have is written as JSON without spaces.
 */
export function writeValue(control: FieldControl, value: unknown): string {
	if (value === null) return AUTOMATIC;
	return spell(control, value) ?? JSON.stringify(value).replace(/\s/g, '');
}

function spell(control: FieldControl, value: unknown): string | null {
	switch (control.kind) {
		case 'integer':
		case 'number':
			return typeof value === 'number' ? String(value) : null;
		case 'choice':
			return typeof value === 'string' && /^[\w-]+$/.test(value) ? value : null;
		case 'switch':
			return typeof value === 'boolean' ? (value ? ON : OFF) : null;
		case 'pair': {
			if (!isNumbers(value) || value.length !== 2) return null;
			const [height, width] = value;
			return height === width ? String(height) : `${width}x${height}`;
		}
		case 'sides': {
			const sides = SIDES.map((side) => (value as Partial<Sides> | undefined)?.[side]);
			if (!isNumbers(sides)) return null;
			return sides.every((side) => side === sides[0]) ? String(sides[0]) : sides.join(',');
		}
		case 'integers':
			return isNumbers(value) ? value.map((item) => (control.hasRest && item === REST ? AS_MANY_AS_REMAIN : item)).join(',') : null;
		case 'matrix':
			return Array.isArray(value) && value.every(isNumbers) ? value.map((row) => row.join(',')).join(';') : null;
	}
}

function isNumbers(value: unknown): value is readonly number[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

/** What a word says; a word that cannot be read stays a word, so that the field's own schema refuses it in its own sentence. */
export function readValue(control: FieldControl, word: string): unknown {
	if (word === AUTOMATIC) return null;
	switch (control.kind) {
		case 'integer':
		case 'number':
			return readNumber(word);
		case 'choice':
			return word;
		case 'switch':
			return word === ON ? true : word === OFF ? false : word;
		case 'pair': {
			const parts = word.split(/[x×]/);
			const [width, height = width] = parts.map(readNumber);
			return parts.length > 2 ? word : [height, width];
		}
		case 'sides': {
			const parts = word.split(',').map(readNumber);
			const [all] = parts;
			if (parts.length === 1) return Object.fromEntries(SIDES.map((side) => [side, all]));
			return parts.length === SIDES.length ? Object.fromEntries(SIDES.map((side, place) => [side, parts[place]])) : word;
		}
		case 'integers':
			return word.split(',').map((part) => (control.hasRest && part === AS_MANY_AS_REMAIN ? REST : readNumber(part)));
		case 'matrix':
			return word.split(';').map((row) => row.split(',').map(readNumber));
	}
}

function readNumber(word: string): number | string {
	return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : word;
}
