import { useMemo, useRef, useState } from 'react';
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider } from 'reactflow';
import type { GraphDocument } from '#shared/graph/document.ts';
import { findRegions } from '#shared/picture/regions.ts';
import { makeScene } from '#shared/picture/scene.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { openLayerSearch } from '../palette/searchStore.ts';
import { useText } from '../text/useText.ts';
import { useIsTraining } from '../training/trainingStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import { BranchGhost } from './branch/BranchGhost.tsx';
import styles from './Canvas.module.css';
import { CanvasPanels } from './CanvasPanels.tsx';
import { ContextMenu, useContextMenu } from './ContextMenu.tsx';
import { useWires } from './connect/useWires.ts';
import { WireInHand } from './connect/WireInHand.tsx';
import distant from './Distant.module.css';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { MAX_ZOOM, MIN_ZOOM } from './fit.ts';
import { toFlowEdges, toFlowNodes } from './flowAdapter.ts';
import { GroupFrameNode } from './groups/GroupFrameNode.tsx';
import { GroupNode } from './groups/GroupNode.tsx';
import { type DragPositions, moveScene } from './groups/moveScene.ts';
import { PortStubNode } from './groups/PortStubNode.tsx';
import { LayerEdge } from './LayerEdge.tsx';
import { LayerNode } from './LayerNode/LayerNode.tsx';
import { Guides } from './layout/Guides.tsx';
import { useGlideStore } from './layout/glide.ts';
import { Regions } from './Regions.tsx';
import { useCanvasHandle } from './useCanvasHandle.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useDetail } from './useDetail.ts';
import { useFlowEvents } from './useFlowEvents.ts';
import { useKeepFitted } from './useKeepFitted.ts';
import { usePaletteDrop } from './usePaletteDrop.ts';
import { usePortReach } from './usePortReach.ts';
import { WireDropMark } from './wireDrop/WireDropMark.tsx';

const nodeTypes = { layer: LayerNode, folded: GroupNode, frame: GroupFrameNode, stub: PortStubNode };
const edgeTypes = { layer: LayerEdge };
const noPositions: DragPositions | null = null;

/** The network as cards and wires. Shows what shared/ derives, and sends edits. */
export function Canvas() {
	const document = useDocumentStore((state) => state.document);
	if (!document) return null;
	return (
		<ReactFlowProvider key={document.id}>
			<Flow document={document} />
		</ReactFlowProvider>
	);
}

function Flow({ document }: { readonly document: GraphDocument }) {
	const { t } = useText();
	const inference = useInference();
	const selection = useViewStore((state) => state.selection);
	const inside = useViewStore((state) => state.inside);
	const selectedEdge = useViewStore((state) => state.selectedEdge);
	const mode = useViewStore((state) => state.mode);
	const isTraining = useIsTraining();
	const isEmpty = document.nodes.length === 0;
	const isEditable = mode === 'build' && !isTraining;
	const [drag, setDrag] = useState(noPositions);
	const area = useRef<HTMLDivElement>(null);
	const glide = useGlideStore((state) => state.positions);
	const shown = drag ?? glide;
	const detail = useDetail();
	const order = useMemo(() => inference?.order ?? document.nodes.map((node) => node.id), [document, inference]);
	const resting = useMemo(() => makeScene(document, inside, order), [document, inside, order]);
	const scene = useMemo(() => (shown ? moveScene(document, resting, shown) : resting), [document, resting, shown]);
	const nodes = useMemo(() => toFlowNodes(scene, selection), [scene, selection]);
	const edges = useMemo(() => toFlowEdges(scene, selectedEdge), [scene, selectedEdge]);
	const regions = useMemo(() => findRegions(document, inference, scene), [document, inference, scene]);
	const events = useFlowEvents(setDrag);
	const drop = usePaletteDrop();
	useCanvasHandle(area);
	const keepFitted = useKeepFitted(area, inside);
	const menu = useContextMenu();
	useWires(area);
	usePortReach();
	return (
		<div
			ref={area}
			className={detail === 'distant' ? `${styles.canvas} ${distant.distant}` : styles.canvas}
			data-detail={detail === 'distant' ? 'minimal' : detail}
			data-editable={isEditable || undefined}
			role="application"
			aria-label={t('canvas.label')}
			onDoubleClick={(event) => {
				if (isEditable && event.target instanceof Element && event.target.classList.contains('react-flow__pane')) openLayerSearch();
			}}
			onContextMenu={menu.onContextMenu}
			{...useCanvasKeys()}
			{...drop}
		>
			<ReactFlow
				nodes={nodes}
				edges={edges}
				nodeTypes={nodeTypes}
				edgeTypes={edgeTypes}
				{...events}
				nodesDraggable={isEditable}
				nodesConnectable={false}
				connectOnClick={false}
				nodesFocusable={false}
				edgesFocusable={false}
				elementsSelectable
				elevateNodesOnSelect={false}
				disableKeyboardA11y
				deleteKeyCode={null}
				multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
				selectionKeyCode="Shift"
				zoomOnDoubleClick={false}
				panOnScroll={false}
				minZoom={MIN_ZOOM}
				maxZoom={MAX_ZOOM}
				onMoveStart={keepFitted}
				proOptions={{ hideAttribution: true }}
			>
				<Background variant={BackgroundVariant.Dots} gap={16} size={1.5} color="var(--dot)" />
				<Regions regions={regions} />
				<Guides />
				<CanvasPanels isEmpty={isEmpty} />
			</ReactFlow>
			{menu.place ? <ContextMenu key={`${menu.place.x} ${menu.place.y}`} place={menu.place} close={menu.close} /> : null}
			{isEmpty ? <EmptyCanvas /> : null}
			<WireInHand />
			<WireDropMark />
			<BranchGhost />
		</div>
	);
}
