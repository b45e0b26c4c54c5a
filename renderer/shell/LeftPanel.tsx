import { ActionIcon, Tooltip } from '@mantine/core';
import { TryPanel } from '../evaluate/TryPanel.tsx';
import { Palette } from '../palette/Palette.tsx';
import { PaletteStrip } from '../palette/PaletteStrip.tsx';
import { RunList } from '../runs/RunList.tsx';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { type Mode, useViewStore } from '../view/viewStore.ts';
import { useLayoutStore } from './layoutStore.ts';
import styles from './Panels.module.css';
import { Resizer } from './Resizer.tsx';
import { useWindowClass } from './useWindowClass.ts';

/** What one brings to the canvas: layers in Build, runs in Train, images in Explain. A strip of icons where there is little room. */
export function LeftPanel() {
	const { t } = useText();
	const mode = useViewStore((state) => state.mode);
	const isOpen = useLayoutStore((state) => state.isLeftOpen);
	const isWide = useWindowClass() === 'wide';
	const isStrip = !isOpen || !isWide;
	if (isStrip && (mode === 'build' || mode === 'lab')) {
		return (
			<aside className={`${styles.panel} ${styles.left} ${styles.strip}`} aria-label={t('shell.left.build')}>
				<PaletteStrip />
				{isWide ? <OpenLeft /> : null}
			</aside>
		);
	}
	if (!isOpen) {
		return (
			<aside className={`${styles.panel} ${styles.left} ${styles.strip}`} aria-label={t(`shell.left.${mode}`)}>
				<OpenLeft />
			</aside>
		);
	}
	return (
		<aside className={`${styles.panel} ${styles.left}`} aria-label={t(`shell.left.${mode}`)}>
			<LeftContent mode={mode} />
			{isWide ? <Resizer panel="left" /> : null}
		</aside>
	);
}

function LeftContent({ mode }: { readonly mode: Mode }) {
	if (mode === 'train') return <RunList />;
	if (mode === 'explain') return <TryPanel />;
	return <Palette />;
}

function OpenLeft() {
	const { t } = useText();
	const set = useLayoutStore((state) => state.set);
	return (
		<Tooltip label={t('shell.left.open')} position="right">
			<ActionIcon
				className={styles.stripEnd}
				variant="subtle"
				color="var(--text-2)"
				size={28}
				aria-label={t('shell.left.open')}
				onClick={() => set({ isLeftOpen: true })}
			>
				<Icon name="right" />
			</ActionIcon>
		</Tooltip>
	);
}
