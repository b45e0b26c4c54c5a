import { type RefObject, useEffect } from 'react';
import { useReactFlow } from 'reactflow';
import { canEdit } from '../../actions/guards.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { openLayerSearch } from '../../palette/searchStore.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { sceneOf } from '../groups/sceneNow.ts';
import { watchBorder } from '../panAtBorder.ts';
import { swallowClick } from '../swallowClick.ts';
import { connectNodes, unplug } from './connectNodes.ts';
import { areWiresInHand, beginWires, endWires, moveWires, useConnectStore } from './connectStore.ts';
import { bestVerdict } from './verdicts.ts';
import { branchGripAt, cardOf, gripAt, type WireGrip } from './wireGrip.ts';

/** A press that moves less is a click. */
const CLICK_PX = 4;

interface Press {
	readonly grip: WireGrip;
	readonly x: number;
	readonly y: number;
}

/**
 * Drawing wires with the pointer: drag from a port, from the right edge of a card or by the end of a wire, or click a port and then
 * where the wire goes. With Alt a wire stays, and another one is drawn from where it begins. Escape gives it up.
 */
export function useWires(area: RefObject<HTMLDivElement | null>): void {
	const flow = useReactFlow();
	useEffect(() => {
		const element = area.current;
		if (!element) return;
		let press: Press | null = null;
		const border = watchBorder(element, flow);
		const follow = (event: PointerEvent): void => {
			const { clientX: x, clientY: y } = event;
			if (press && !areWiresInHand()) {
				if (Math.hypot(x - press.x, y - press.y) < CLICK_PX) return;
				beginWires(press.grip.starts, flow.screenToFlowPosition({ x, y }), press.grip.replaced);
			}
			if (!areWiresInHand()) return;
			moveWires(flow.screenToFlowPosition({ x, y }), cardAt(x, y));
			border.follow({ x, y });
		};
		const giveUp = (): void => {
			press = null;
			border.stop();
			if (areWiresInHand()) endWires();
		};
		const onDown = (event: PointerEvent): void => {
			if (areWiresInHand()) {
				// The second of two clicks; any other button lets go of the wire.
				swallowClick();
				event.preventDefault();
				if (event.button === 0) land(event.clientX, event.clientY);
				giveUp();
				return;
			}
			const { document } = useDocumentStore.getState();
			if (event.button !== 0 || !document || !canEdit() || !(event.target instanceof Element)) return;
			const scene = sceneOf(document);
			const branch = event.altKey ? branchGripAt(event.target, scene) : null;
			const grip = branch ?? gripAt(event.target, document, scene, useViewStore.getState().selection);
			if (grip) press = { grip, x: event.clientX, y: event.clientY };
		};
		const onUp = (event: PointerEvent): void => {
			const pressed = press;
			if (!pressed) return;
			press = null;
			if (areWiresInHand()) {
				swallowClick();
				land(event.clientX, event.clientY);
				giveUp();
			} else if (pressed.grip.staysAfterClick) {
				swallowClick();
				beginWires(pressed.grip.starts, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), pressed.grip.replaced);
			}
		};
		const onKey = (event: KeyboardEvent): void => {
			if (event.key !== 'Escape' || !areWiresInHand()) return;
			event.preventDefault();
			event.stopPropagation();
			giveUp();
		};
		element.addEventListener('pointerdown', onDown, true);
		window.addEventListener('pointermove', follow);
		window.addEventListener('pointerup', onUp);
		window.addEventListener('pointercancel', giveUp);
		window.addEventListener('blur', giveUp);
		window.addEventListener('keydown', onKey, true);
		return () => {
			giveUp();
			element.removeEventListener('pointerdown', onDown, true);
			window.removeEventListener('pointermove', follow);
			window.removeEventListener('pointerup', onUp);
			window.removeEventListener('pointercancel', giveUp);
			window.removeEventListener('blur', giveUp);
			window.removeEventListener('keydown', onKey, true);
		};
	}, [flow, area]);
}

function cardAt(x: number, y: number): string | null {
	return cardOf(document.elementFromPoint(x, y));
}

/** A wire ends at a port or anywhere on a card; on empty canvas it asks for the layer to put there, and an end that was moved comes off. */
function land(x: number, y: number): void {
	const { starts, from, replaced, verdicts } = useConnectStore.getState();
	const target = document.elementFromPoint(x, y);
	const card = cardOf(target);
	if (card !== null) {
		const answers = verdicts?.get(card);
		const port = target?.closest('.react-flow__handle')?.getAttribute('data-handleid');
		const answer = answers?.find((candidate) => candidate.port === port) ?? bestVerdict(answers);
		if (answer && !(from.has(card) && from.size === 1)) connectNodes(answer, replaced);
		return;
	}
	const isOnPane = target?.closest('.react-flow__pane') != null && target.closest('.react-flow__panel') === null;
	if (!isOnPane) return;
	if (replaced.length > 0) unplug(replaced);
	else openLayerSearch({ at: { x, y }, from: starts });
}
