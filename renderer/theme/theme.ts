import {
	ActionIcon,
	Button,
	createTheme,
	defaultVariantColorsResolver,
	type MantineColorsTuple,
	Modal,
	Switch,
	Tooltip,
} from '@mantine/core';
import styles from './theme.module.css';

const indigo: MantineColorsTuple = [
	'#ecebfd',
	'#d6d4fb',
	'#adaaf6',
	'#9896ff',
	'#7d7bff',
	'#5f5be6',
	'#4a45d8',
	'#3d38bd',
	'#322e9c',
	'#28257d',
];

/** Mantine follows the tokens: one accent, 8 px corners, no shadows of its own. */
export const theme = createTheme({
	primaryColor: 'indigo',
	primaryShade: { light: 6, dark: 4 },
	autoContrast: true,
	// The text on the accent is a token of its own: white is too faint on the dark theme's lighter indigo.
	variantColorResolver: (input) => {
		const colors = defaultVariantColorsResolver(input);
		return input.variant === 'filled' && input.color === 'indigo' ? { ...colors, color: 'var(--on-accent)' } : colors;
	},
	colors: { indigo },
	fontFamily: 'var(--font-text)',
	fontFamilyMonospace: 'var(--font-mono)',
	defaultRadius: 8,
	fontSizes: { xs: '12px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
	lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '20px', xl: '20px' },
	spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
	shadows: { xs: 'none', sm: 'none', md: 'var(--lift-2)', lg: 'var(--lift-2)', xl: 'var(--lift-2)' },
	respectReducedMotion: true,
	components: {
		Button: Button.extend({ defaultProps: { size: 'xs', h: 28, fz: 12, fw: 500 } }),
		ActionIcon: ActionIcon.extend({ classNames: { root: styles.icon } }),
		Modal: Modal.extend({
			// A dialog's title is no banner of the page.
			defaultProps: { overlayProps: { backgroundOpacity: 0.3 }, attributes: { header: { role: 'presentation' } } },
			classNames: { title: styles.dialogTitle },
		}),
		// The input lies over the track and the label, so that pointers and tools meet the control itself.
		Switch: Switch.extend({ classNames: { root: styles.switch, input: styles.switchInput } }),
		Tooltip: Tooltip.extend({ classNames: { tooltip: styles.tooltip } }),
	},
});
