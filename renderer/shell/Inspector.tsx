import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataPanel } from '../datasets/DataPanel.tsx';
import { AnswerPanel } from '../evaluate/AnswerPanel.tsx';
import { LayerPanel } from '../inspector/LayerPanel.tsx';
import { NetworkPanel } from '../layers/NetworkPanel.tsx';
import { useText } from '../text/useText.ts';
import { TrainingPanel } from '../training/TrainingPanel.tsx';
import { Icon } from '../ui/Icon.tsx';
import { type InspectorTab, useViewStore } from '../view/viewStore.ts';
import styles from './Panels.module.css';
import { Resizer } from './Resizer.tsx';
import { showInspector, useWindowClass } from './useWindowClass.ts';

const panels: Readonly<Record<InspectorTab, () => ReactNode>> = {
	answer: AnswerPanel,
	layer: LayerPanel,
	network: NetworkPanel,
	data: DataPanel,
	training: TrainingPanel,
};

const buildTabs: readonly InspectorTab[] = ['layer', 'network', 'data', 'training'];
const explainTabs: readonly InspectorTab[] = ['answer', 'layer', 'network'];

/** Explains and changes what is selected; lies over the canvas in a narrow window. */
export function Inspector() {
	const { t } = useText();
	const tabs = useViewStore((state) => (state.mode === 'explain' ? explainTabs : buildTabs));
	const chosen = useViewStore((state) => state.inspectorTab);
	const set = useViewStore((state) => state.set);
	const isNarrow = useWindowClass() === 'narrow';
	const tab = tabs.includes(chosen) ? chosen : (tabs[0] ?? 'layer');
	const Panel = panels[tab];
	return (
		<aside
			className={`${styles.panel} ${styles.right}`}
			data-inspector
			data-covers={isNarrow || undefined}
			aria-label={t('shell.inspector')}
		>
			<Tabs
				className={styles.tabs}
				classNames={{ list: styles.tabList, tab: styles.tab, panel: styles.tabPanel }}
				value={tab}
				onChange={(value) => set({ inspectorTab: tabs.find((name) => name === value) ?? 'layer' })}
				keepMounted={false}
			>
				<div className={styles.tabBar}>
					<Tabs.List aria-label={t('shell.inspector')}>
						{tabs.map((name) => (
							<Tabs.Tab key={name} value={name}>
								{t(`shell.inspector.${name}`)}
							</Tabs.Tab>
						))}
					</Tabs.List>
					<Tooltip label={t('shell.inspector.close')} openDelay={400}>
						<ActionIcon
							className={styles.close}
							variant="subtle"
							color="var(--text-3)"
							size={28}
							aria-label={t('shell.inspector.close')}
							onClick={() => showInspector(false)}
						>
							<Icon name="right" />
						</ActionIcon>
					</Tooltip>
				</div>
				<Tabs.Panel value={tab}>
					<Panel />
				</Tabs.Panel>
			</Tabs>
			{isNarrow ? null : <Resizer panel="right" />}
		</aside>
	);
}
