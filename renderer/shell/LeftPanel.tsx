import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { TryPanel } from '../evaluate/TryPanel.tsx';
import { OutlinePanel } from '../outline/OutlinePanel.tsx';
import { Palette } from '../palette/Palette.tsx';
import { PaletteStrip } from '../palette/PaletteStrip.tsx';
import { RunList } from '../runs/RunList.tsx';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { type Mode, useViewStore } from '../view/viewStore.ts';
import { useLayoutStore } from './layoutStore.ts';
import styles from './Panels.module.css';
import { Resizer } from './Resizer.tsx';
import { useIsOutlineOpen, useWindowClass } from './useWindowClass.ts';

/** What one brings to the canvas: layers in Build, runs in Train, images in Explain. A strip of icons where there is little room. */
export function LeftPanel() {
	const { t } = useText();
	const mode = useViewStore((state) => state.mode);
	const isOpen = useLayoutStore((state) => state.isLeftOpen);
	const isWide = useWindowClass() === 'wide';
	const isText = useIsOutlineOpen();
	const isStrip = !isOpen || (!isWide && !isText);
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
			{mode === 'build' ? <LeftTabs /> : null}
			<LeftContent mode={mode} isText={isText} />
			{isText ? <Resizer panel="outline" /> : isWide ? <Resizer panel="left" /> : null}
		</aside>
	);
}

function LeftContent({ mode, isText }: { readonly mode: Mode; readonly isText: boolean }) {
	if (isText) return <OutlinePanel />;
	if (mode === 'train') return <RunList />;
	if (mode === 'explain') return <TryPanel />;
	return <Palette />;
}

/** The same network to be built from cards or as text. */
function LeftTabs() {
	const { t } = useText();
	const tab = useViewStore((state) => state.leftTab);
	const set = useViewStore((state) => state.set);
	return (
		<SegmentedControl
			className={styles.leftTabs}
			aria-label={t('shell.left.tabs')}
			size="xs"
			fullWidth
			withItemsBorders={false}
			value={tab}
			onChange={(value) => set({ leftTab: value === 'outline' ? 'outline' : 'layers' })}
			data={(['layers', 'outline'] as const).map((value) => ({ value, label: t(`shell.left.tab.${value}`) }))}
		/>
	);
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
