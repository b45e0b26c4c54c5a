import { FocusTrap } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Verdict } from '#shared/graph/connect.ts';
import { CARD_SIZE, PORT_Y } from '#shared/picture/cardGeometry.ts';
import { outputsOf } from '../canvas/connect/wireGrip.ts';
import type { WireStart } from '../canvas/connect/wireStart.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { addLayerAfterSelection, addLayerAt } from './addLayer.ts';
import { judgeKinds, judgePieces, orderByFit } from './fitLayers.ts';
import type { Insertable } from './insertable.ts';
import styles from './LayerSearch.module.css';
import { PieceGlyph } from './PieceGlyph.tsx';
import { type SavedPiece, useSavedPieces } from './savedPieces.ts';
import { searchLayers } from './searchLayers.ts';
import { closeLayerSearch, type LayerSearchRequest, useSearchStore } from './searchStore.ts';

const sections = ['layers', 'pieces', 'templates'] as const;
const WIDTH = 280;
const HEIGHT = 360;
const MARGIN = 12;

/** The search that Tab, a double-click or a wire let go on empty canvas opens. */
export function LayerSearch() {
	const request = useSearchStore((state) => state.request);
	return request ? <Search request={request} /> : null;
}

function Search({ request }: { readonly request: LayerSearchRequest }) {
	const { t, format } = useText();
	const [query, setQuery] = useState('');
	const [active, setActive] = useState(0);
	const saved = useSavedPieces();
	const verdicts = useFit(request, saved);
	const isWired = request.from.length > 0;
	const found = useMemo(() => {
		const named = searchLayers(query, format, saved);
		if (!verdicts) return named;
		const fitting = orderByFit(named, verdicts);
		// Words that were typed rank by themselves; a wire in hand still leaves out what cannot take it.
		if (query.trim() !== '') return isWired ? named.filter((item) => fitting.includes(item)) : named;
		const byFit = isWired ? fitting : [...fitting, ...named.filter((item) => !fitting.includes(item))];
		return sections.flatMap((section) => byFit.filter((item) => item.section === section));
	}, [query, format, verdicts, isWired, saved]);
	const panel = useClickOutside<HTMLDivElement>(closeLayerSearch);
	const choose = (item: Insertable | undefined): void => {
		if (!item) return;
		closeLayerSearch();
		if (request.place) {
			const { x, y } = request.place;
			// A wire ends at the edge of the card, at the height of its ports.
			const { width, height } = CARD_SIZE;
			const wired = { x: request.from[0]?.side === 'target' ? x - width : x, y: y - PORT_Y };
			addLayerAt(item.id, isWired ? wired : { x: x - width / 2, y: y - height / 2 }, request.from);
		} else addLayerAfterSelection(item.id);
	};
	const move = (by: number): void => setActive((before) => (found.length === 0 ? 0 : (before + by + found.length) % found.length));
	const chosen = found[active];
	const hasSections = query.trim() === '';
	return (
		<FocusTrap active>
			<div
				ref={panel}
				className={styles.search}
				style={placeOf(request)}
				role="dialog"
				aria-label={t('palette.quick.title')}
				onKeyDown={(event) => {
					event.stopPropagation();
					if (event.key === 'Escape') closeLayerSearch();
				}}
			>
				<div className={styles.field}>
					<Icon name="search" />
					<input
						data-autofocus
						role="combobox"
						aria-expanded
						aria-autocomplete="list"
						aria-controls="layer-search-list"
						aria-activedescendant={chosen ? optionId(chosen) : undefined}
						aria-label={t('palette.search')}
						placeholder={t('palette.search')}
						value={query}
						onChange={(event) => {
							setQuery(event.currentTarget.value);
							setActive(0);
						}}
						onKeyDown={(event) => {
							if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
								event.preventDefault();
								move(event.key === 'ArrowDown' ? 1 : -1);
							}
							if (event.key === 'Enter') choose(chosen);
						}}
					/>
				</div>
				<div id="layer-search-list" className={styles.list} role="listbox" aria-label={t('palette.title')}>
					{found.map((item, index) => [
						hasSections && item.section !== 'layers' && found[index - 1]?.section !== item.section ? (
							<div key={item.section} className={styles.heading} role="presentation">
								{t(item.section === 'pieces' ? 'pieces.title' : 'palette.templates')}
							</div>
						) : null,
						// biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys of its list
						<div
							key={item.id}
							id={optionId(item)}
							className={styles.option}
							style={{ '--category': item.colour }}
							data-piece={item.body ? true : undefined}
							role="option"
							tabIndex={-1}
							aria-selected={index === active}
							title={`${item.title}: ${item.summary}`}
							ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
							onPointerMove={() => setActive(index)}
							onClick={() => choose(item)}
						>
							{item.body ? <PieceGlyph body={item.body} /> : <Icon name={item.icon} />}
							<span>{item.title}</span>
							<Fit verdict={verdicts?.get(item.id)} />
							<small>{item.summary}</small>
						</div>,
					])}
				</div>
				{found.length === 0 ? <p className={styles.nothing}>{t('palette.nothing', { query })}</p> : null}
			</div>
		</FocusTrap>
	);
}

/** How each kind fits the wires that wait for a layer, or the output of the selected one; `null` where nothing waits. */
function useFit({ from }: LayerSearchRequest, saved: readonly SavedPiece[]): ReadonlyMap<string, Verdict> | null {
	const { format } = useText();
	return useMemo(() => {
		const { document } = useDocumentStore.getState();
		const starts = from.length > 0 ? from : selectedOutput();
		if (!document || starts.length === 0) return null;
		const { dataset } = useDerivedStore.getState();
		const pieces = searchLayers('', format, saved).flatMap(({ id, section }) => (section === 'pieces' ? [id] : []));
		return new Map([...judgeKinds(document, starts, { dataset }), ...judgePieces(document, starts, pieces, { dataset })]);
	}, [from, saved, format]);
}

function selectedOutput(): readonly WireStart[] {
	const { document } = useDocumentStore.getState();
	const { selection } = useViewStore.getState();
	return document && selection.size === 1 ? outputsOf(document, [...selection]) : [];
}

/** Ids of pieces have signs that a list of ids cannot have. */
function optionId({ id }: Insertable): string {
	return `layer-search-${id.replace(/[^\w-]/g, '-')}`;
}

/** The size that the layer would make here, or a mark that it needs something else. */
function Fit({ verdict }: { readonly verdict: Verdict | undefined }) {
	const { format } = useText();
	if (!verdict || verdict.verdict === 'refused') return null;
	if (verdict.verdict === 'fits') return verdict.output ? <em className={styles.fit}>{format.shape(verdict.output)}</em> : null;
	return (
		<em className={styles.fit} data-problem>
			{verdict.diagnostics[0] ? format.text(verdict.diagnostics[0].title) : null}
		</em>
	);
}

/** Beside the pointer, inside the window. */
function placeOf({ at }: LayerSearchRequest): { readonly left: number; readonly top: number } {
	const point = at ?? { x: (window.innerWidth - WIDTH) / 2, y: window.innerHeight / 3 };
	return {
		left: Math.max(MARGIN, Math.min(point.x, window.innerWidth - WIDTH - MARGIN)),
		top: Math.max(MARGIN, Math.min(point.y, window.innerHeight - HEIGHT - MARGIN)),
	};
}
