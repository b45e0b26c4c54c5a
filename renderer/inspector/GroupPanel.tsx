import { ActionIcon, Button, Menu } from '@mantine/core';
import { useId, useState } from 'react';
import type { GraphGroup } from '#shared/graph/document.ts';
import type { GroupPort } from '#shared/graph/groups.ts';
import { findNode } from '#shared/graph/query.ts';
import type { GroupFacts } from '#shared/inference/groupFacts.ts';
import type { MaybeShape } from '#shared/tensor/shape.ts';
import { ActionMenuItem } from '../actions/ActionMenuItem.tsx';
import { deleteSelection } from '../actions/deleteSelection.ts';
import { duplicateSelection } from '../actions/duplicateSelection.ts';
import { enterGroup } from '../actions/enterGroup.ts';
import { foldGroup } from '../actions/foldGroup.ts';
import { freezeNode } from '../actions/freezeNode.ts';
import { muteNode } from '../actions/muteNode.ts';
import { ungroupSelection } from '../actions/ungroupSelection.ts';
import { useIsEnabled, useRunAction } from '../actions/useAction.ts';
import { MOST_COPIES, setRepeat } from '../canvas/groups/setRepeat.ts';
import { useGroupFacts } from '../canvas/groups/useGroupFacts.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { kindColour } from '../glyph/layerColour.ts';
import { jumpTo } from '../problems/places.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection, ValueList } from '../ui/PanelSection.tsx';
import { NumberBox } from './controls/NumberBox.tsx';
import styles from './GroupPanel.module.css';
import { GroupTeaching } from './GroupTeaching.tsx';
import header from './LayerHeader.module.css';
import { LayerProblems } from './LayerProblems.tsx';
import { NameBox } from './NameBox.tsx';
import { useCanEdit } from './useCanEdit.ts';

/** The inspector of a group: its copies, what goes in and comes out, what it costs, what repeating does, and what is in it. */
export function GroupPanel({ group }: { readonly group: GraphGroup }) {
	const facts = useGroupFacts(group);
	if (!facts) return null;
	const own = facts.diagnostics.filter(({ place }) => place.kind === 'group' && place.group === group.id);
	return (
		<>
			<Header group={group} facts={facts} />
			<LayerProblems diagnostics={own} />
			<Copies key={group.id} group={group} />
			<Sizes facts={facts} />
			<Cost group={group} facts={facts} />
			<GroupTeaching group={group} facts={facts} />
			<Layers facts={facts} />
		</>
	);
}

interface Props {
	readonly group: GraphGroup;
	readonly facts: GroupFacts;
}

function Header({ group, facts }: Props) {
	const { t } = useText();
	const run = useRunAction();
	const isEnterable = useIsEnabled(enterGroup);
	return (
		<header className={header.header} style={{ '--layer': 'var(--text-2)' }}>
			<span className={header.square}>
				<Icon name="group" />
			</span>
			<div className={header.words}>
				<NameBox key={group.id} thing={{ kind: 'group', group }} />
				<p>{t('group.panel.kind', { repeat: group.repeat, layers: t('group.layers', { count: facts.members.length }) })}</p>
			</div>
			{isEnterable && (
				<Button variant="default" size="compact-sm" fz={12} leftSection={<Icon name="enter" size={14} />} onClick={() => run(enterGroup)}>
					{t('group.panel.enter')}
				</Button>
			)}
			<Menu position="bottom-end" width={220}>
				<Menu.Target>
					<ActionIcon size={28} radius={6} variant="subtle" color="var(--text-2)" aria-label={t('group.panel.menu')}>
						<Icon name="more" />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<ActionMenuItem action={enterGroup} />
					<ActionMenuItem action={foldGroup} />
					<ActionMenuItem action={duplicateSelection} />
					<ActionMenuItem action={muteNode} />
					<ActionMenuItem action={freezeNode} />
					<Menu.Divider />
					<ActionMenuItem action={ungroupSelection} />
					<ActionMenuItem action={deleteSelection} />
				</Menu.Dropdown>
			</Menu>
		</header>
	);
}

function Copies({ group }: Pick<Props, 'group'>) {
	const { t } = useText();
	const canEdit = useCanEdit();
	const id = useId();
	const [isRefused, setIsRefused] = useState(false);
	return (
		<PanelSection>
			<fieldset className={styles.copies} disabled={!canEdit}>
				<label htmlFor={id}>{t('group.panel.repeat')}</label>
				<span className={styles.box} data-field="repeat">
					<NumberBox
						id={id}
						value={group.repeat}
						min={1}
						max={MOST_COPIES}
						step={1}
						isRefused={isRefused}
						describedBy={`${id}-help`}
						onType={(value) => setIsRefused(!setRepeat(group, value))}
					/>
				</span>
				<p id={`${id}-help`} className={isRefused ? styles.refused : styles.hint} role={isRefused ? 'alert' : undefined}>
					{isRefused ? t('group.panel.repeat.refused', { most: MOST_COPIES }) : t('group.panel.repeat.help')}
				</p>
			</fieldset>
		</PanelSection>
	);
}

function Sizes({ facts }: Pick<Props, 'facts'>) {
	const { t, format } = useText();
	const document = useDocumentStore((state) => state.document);
	const nameOf = (id: string): string => (document && findNode(document, id)?.name) ?? '';
	const { entries, exits } = facts.ports;
	const line = (key: string, shape: MaybeShape, words: string, node: string) => (
		<li key={key}>
			<b>{format.shape(shape)}</b>
			<button type="button" onClick={() => jumpTo(node)}>
				{words}
			</button>
		</li>
	);
	const list = (ports: readonly GroupPort[], render: (port: GroupPort, index: number) => ReturnType<typeof line>) =>
		ports.length === 0 ? <p className={styles.hint}>{t('group.panel.nothing')}</p> : <ul className={styles.ports}>{ports.map(render)}</ul>;
	return (
		<PanelSection title={t('group.panel.sizes')}>
			<dl className={styles.sizes}>
				<dt>{t('group.panel.in')}</dt>
				<dd>
					{list(entries, (port, index) =>
						line(port.key, facts.inputs[index] ?? null, t('group.stub.from', { name: nameOf(port.source) }), port.source),
					)}
				</dd>
				<dt>{t('group.panel.out')}</dt>
				<dd>
					{list(exits, (port, index) => {
						const target = port.edges[0]?.target ?? port.source;
						return line(port.key, facts.outputs[index] ?? null, t('group.stub.to', { name: nameOf(target) }), target);
					})}
				</dd>
			</dl>
		</PanelSection>
	);
}

function Cost({ group, facts }: Props) {
	const { t, format } = useText();
	const isTrainable = facts.trainableWeightCount === facts.weightCount;
	const { receptiveField } = facts;
	return (
		<PanelSection title={t('group.panel.cost')}>
			<ValueList
				values={[
					[t('group.panel.oneWeights'), group.repeat > 1 ? format.count(facts.weightCount / group.repeat) : null],
					[t('group.panel.weights', { repeat: group.repeat }), format.count(facts.weightCount)],
					[t('group.panel.trainable'), isTrainable ? null : format.count(facts.trainableWeightCount)],
					[t('group.panel.multiplyAdds'), format.count(facts.multiplyAdds)],
					[
						t('group.panel.receptiveField'),
						receptiveField &&
							(receptiveField.width.whole
								? t('inspector.cost.wholePicture')
								: format.shape([receptiveField.height.size, receptiveField.width.size])),
					],
					[t('group.panel.activations'), format.bytes(facts.activationBytes)],
				]}
			/>
		</PanelSection>
	);
}

function Layers({ facts }: Pick<Props, 'facts'>) {
	const { t } = useText();
	return (
		<PanelSection title={t('group.panel.layers')}>
			<ul className={styles.layers}>
				{facts.members.map((node) => (
					<li key={node.id}>
						<button type="button" onClick={() => jumpTo(node.id)}>
							<i style={{ background: kindColour(node.kind) }} aria-hidden />
							<b>{node.name}</b>
							<span>{t(`layer.${node.kind}.title`)}</span>
						</button>
					</li>
				))}
			</ul>
		</PanelSection>
	);
}
