import { use } from 'react';
import { useShortcuts } from '../actions/useShortcuts.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { useClipboard } from '../clipboard/useClipboard.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { ModelDrop } from '../import/ModelDrop.tsx';
import { LayerSearch } from '../palette/LayerSearch.tsx';
import { StartPage } from '../start/StartPage.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Drawer } from './Drawer.tsx';
import { Inspector } from './Inspector.tsx';
import { LeftPanel } from './LeftPanel.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { useLayoutStore } from './layoutStore.ts';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useIsInspectorOpen, useIsOutlineOpen, useWindowClass } from './useWindowClass.ts';

const STRIP = 48;
const DRAWER_STRIP = 36;

/** The window once the session stands: start page, or canvas with its panels. */
export function Shell({ session }: { readonly session: Promise<void> }) {
	use(session);
	useShortcuts();
	useClipboard();
	const page = useViewStore((state) => state.page);
	return (
		<>
			{page === 'start' ? <StartLayout /> : <CanvasLayout />}
			<Dialogs />
			<CommandPalette />
			<ConnectionBanner />
			<ModelDrop />
			<LiveRegion />
		</>
	);
}

function StartLayout() {
	return (
		<div className={styles.start}>
			<TopBar />
			<main className={styles.main}>
				<StartPage />
			</main>
		</div>
	);
}

function CanvasLayout() {
	const sizes = useLayoutStore((state) => state.sizes);
	const isLeftOpen = useLayoutStore((state) => state.isLeftOpen);
	const isRightOpen = useIsInspectorOpen();
	const isDrawerOpen = useViewStore((state) => state.isDrawerOpen);
	const mode = useViewStore((state) => state.mode);
	const name = useDocumentStore((state) => state.document?.name ?? '');
	const windowClass = useWindowClass();
	const isText = useIsOutlineOpen();
	const isStrip = !isLeftOpen || (windowClass !== 'wide' && !isText && (mode === 'build' || mode === 'lab'));
	const left = isStrip ? STRIP : isText ? sizes.outline : sizes.left;
	const right = isRightOpen && windowClass !== 'narrow' ? sizes.right : 0;
	return (
		<div
			className={styles.window}
			style={{
				gridTemplateColumns: `min(${left}px, 45vw) minmax(0, 1fr) ${right}px`,
				gridTemplateRows: `48px minmax(0, 1fr) ${isDrawerOpen ? `min(${sizes.drawer}px, 60vh)` : `${DRAWER_STRIP}px`}`,
			}}
		>
			<TopBar />
			<LeftPanel />
			<main className={styles.canvas}>
				<h1 className={styles.spoken}>{name}</h1>
				<Canvas />
				<LayerSearch />
			</main>
			<Drawer />
			{isRightOpen ? <Inspector /> : null}
		</div>
	);
}
