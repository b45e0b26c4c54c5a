import type { CSSVariablesResolver } from '@mantine/core';

/** Mantine's own surfaces take the tokens, so that its menus, inputs and dialogs belong to the same family in both themes. */
const surfaces = {
	'--mantine-color-body': 'var(--surface)',
	'--mantine-color-text': 'var(--text)',
	'--mantine-color-default': 'var(--card)',
	'--mantine-color-default-hover': 'var(--hover)',
	'--mantine-color-default-color': 'var(--text)',
	'--mantine-color-default-border': 'var(--line-2)',
	'--mantine-color-dimmed': 'var(--text-3)',
	'--mantine-color-placeholder': 'var(--text-3)',
	'--mantine-color-error': 'var(--err)',
	'--mantine-primary-color-filled': 'var(--accent)',
	'--mantine-primary-color-filled-hover': 'var(--accent-2)',
	'--mantine-primary-color-contrast': 'var(--on-accent)',
	'--mantine-color-indigo-filled': 'var(--accent)',
	'--mantine-color-indigo-filled-hover': 'var(--accent-2)',
	'--mantine-color-indigo-light': 'var(--accent-soft)',
	'--mantine-color-indigo-light-color': 'var(--accent)',
	'--mantine-color-disabled': 'var(--field)',
	'--mantine-color-disabled-color': 'var(--text-3)',
	'--mantine-color-disabled-border': 'var(--line)',
} as const;

/** Where Mantine asks its own greys in the dark: borders, hovers, inputs and menus, the page, wells. */
const darkGreys = {
	'--mantine-color-dark-4': 'var(--line-2)',
	'--mantine-color-dark-5': 'var(--hover)',
	'--mantine-color-dark-6': 'var(--card)',
	'--mantine-color-dark-7': 'var(--surface)',
	'--mantine-color-dark-8': 'var(--field)',
} as const;

export const cssVariablesResolver: CSSVariablesResolver = () => ({
	variables: { '--mantine-scale': '1' },
	light: surfaces,
	dark: { ...surfaces, ...darkGreys },
});
