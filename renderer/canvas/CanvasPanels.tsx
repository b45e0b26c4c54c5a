import { memo } from 'react';
import { Panel } from 'reactflow';
import styles from './CanvasPanels.module.css';
import { Breadcrumbs } from './groups/Breadcrumbs.tsx';
import { OpenInspector } from './OpenInspector.tsx';
import { Overview } from './Overview.tsx';
import { Totals } from './Totals.tsx';
import { ZoomControls } from './ZoomControls.tsx';

/** What lies over the corners of the canvas; on its own, so that a drag does not draw it again. */
export const CanvasPanels = memo(function CanvasPanels({ isEmpty }: { readonly isEmpty: boolean }) {
	return (
		<>
			<Panel position="top-left">
				<Breadcrumbs />
				{isEmpty ? null : <Totals />}
			</Panel>
			<Panel position="top-right">
				<OpenInspector />
			</Panel>
			<Panel position="bottom-right" className={styles.corner ?? ''}>
				{isEmpty ? null : <Overview />}
				<ZoomControls />
			</Panel>
		</>
	);
});
