import { ActionIcon, Menu } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { ActionMenuItem } from '../actions/ActionMenuItem.tsx';
import { deleteSelection } from '../actions/deleteSelection.ts';
import { duplicateSelection } from '../actions/duplicateSelection.ts';
import { freezeNode } from '../actions/freezeNode.ts';
import { muteNode } from '../actions/muteNode.ts';
import { pinNode } from '../actions/pinNode.ts';
import { kindColour } from '../glyph/layerColour.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './LayerHeader.module.css';
import { NameBox } from './NameBox.tsx';

interface LayerHeaderProps {
	readonly node: GraphNode;
	readonly definition: LayerDefinition;
	/** 1-based place in the order of the data. */
	readonly place: number;
	readonly count: number;
}

/** Which layer this is, its name to be changed in place, and what can be done with it. */
export function LayerHeader({ node, definition, place, count }: LayerHeaderProps) {
	const { t } = useText();
	const colour = { '--layer': kindColour(definition.kind) } as CSSProperties;
	return (
		<header className={styles.header} style={colour}>
			<span className={styles.square}>
				<Icon name={definition.icon} />
			</span>
			<div className={styles.words}>
				<NameBox key={node.id} thing={{ kind: 'layer', node }} />
				<p>{t('inspector.header.place', { kind: t(`layer.${definition.kind}.title`), place, count })}</p>
			</div>
			<LayerMenu />
		</header>
	);
}

/** What can be done with the selected layers. */
export function LayerMenu() {
	const { t } = useText();
	return (
		<Menu position="bottom-end" width={220}>
			<Menu.Target>
				<ActionIcon size={28} radius={6} variant="subtle" color="var(--text-2)" aria-label={t('inspector.header.menu')}>
					<Icon name="more" />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<ActionMenuItem action={duplicateSelection} />
				<ActionMenuItem action={muteNode} />
				<ActionMenuItem action={freezeNode} />
				<ActionMenuItem action={pinNode} />
				<Menu.Divider />
				<ActionMenuItem action={deleteSelection} />
			</Menu.Dropdown>
		</Menu>
	);
}
