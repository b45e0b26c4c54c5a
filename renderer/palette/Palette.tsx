import { CloseButton, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { categories, layerDefinition, layersIn } from '#shared/layers/catalogue.ts';
import type { Category } from '#shared/layers/defineLayer.ts';
import { addLayer } from '../actions/addLayer.ts';
import { useIsEnabled } from '../actions/useAction.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { addLayerAfterSelection } from './addLayer.ts';
import { LayerButton } from './LayerButton.tsx';
import styles from './Palette.module.css';
import { PieceButton, Pieces } from './Pieces.tsx';
import { useSavedPieces } from './savedPieces.ts';
import { searchLayers } from './searchLayers.ts';
import { TemplateMenu } from './TemplateMenu.tsx';

/** Blocks of layers, all layers by what they are for, with a search, and whole networks to insert. */
export function Palette() {
	const [query, setQuery] = useState('');
	const isEnabled = useIsEnabled(addLayer);
	return (
		<div className={styles.palette}>
			<Search query={query} setQuery={setQuery} />
			<div className={styles.groups}>
				{query.trim() === '' ? (
					<>
						<Pieces isEnabled={isEnabled} />
						{categories.map((category) => (
							<Group key={category} category={category} isEnabled={isEnabled} />
						))}
					</>
				) : (
					<Found query={query} isEnabled={isEnabled} />
				)}
			</div>
			<div className={styles.templates}>
				<TemplateMenu look="wide" />
			</div>
		</div>
	);
}

function Search({ query, setQuery }: { readonly query: string; readonly setQuery: (query: string) => void }) {
	const { t, format } = useText();
	const saved = useSavedPieces();
	return (
		<TextInput
			className={styles.search}
			classNames={{ input: styles.searchInput }}
			type="search"
			aria-label={t('palette.search')}
			placeholder={t('palette.search')}
			leftSection={<Icon name="search" />}
			rightSection={
				query ? <CloseButton size={20} aria-label={t('palette.search.clear')} onClick={() => setQuery('')} /> : <kbd aria-hidden>Tab</kbd>
			}
			rightSectionWidth={44}
			value={query}
			onChange={(event) => setQuery(event.currentTarget.value)}
			onKeyDown={(event) => {
				if (event.key === 'Escape') setQuery('');
				if (event.key !== 'Enter') return;
				const [best] = searchLayers(query, format, saved);
				if (best && query.trim() !== '' && addLayer.isEnabled()) addLayerAfterSelection(best.id);
			}}
		/>
	);
}

function Found({ query, isEnabled }: { readonly query: string; readonly isEnabled: boolean }) {
	const { t, format } = useText();
	const saved = useSavedPieces();
	const found = useMemo(() => searchLayers(query, format, saved), [query, format, saved]);
	if (found.length === 0) {
		return (
			<p className={styles.nothing} role="status">
				{t('palette.nothing', { query: query.trim() })}
			</p>
		);
	}
	return (
		<ul className={styles.list} aria-label={t('palette.found', { count: found.length })}>
			{found.map((item) => {
				const definition = layerDefinition(item.id);
				return (
					<li key={item.id}>
						{definition ? <LayerButton definition={definition} isEnabled={isEnabled} /> : <PieceButton item={item} isEnabled={isEnabled} />}
					</li>
				);
			})}
		</ul>
	);
}

function Group({ category, isEnabled }: { readonly category: Category; readonly isEnabled: boolean }) {
	const { t } = useText();
	const layers = layersIn(category);
	if (layers.length === 0) return null;
	return (
		<details className={styles.group} open>
			<summary>
				<Icon name="down" size={12} />
				<h3>{t(`category.${category}`)}</h3>
				<span>{layers.length}</span>
			</summary>
			<ul className={styles.list}>
				{layers.map((definition) => (
					<li key={definition.kind}>
						<LayerButton definition={definition} isEnabled={isEnabled} />
					</li>
				))}
			</ul>
		</details>
	);
}
