import { ActionIcon, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useInference } from '../document/selectors.ts';
import { ConfusionTab } from '../evaluate/ConfusionTab.tsx';
import { HistoryTab } from '../history/HistoryTab.tsx';
import { LayerTableTab } from '../layers/LayerTableTab.tsx';
import { countProblems } from '../problems/countProblems.ts';
import { ProblemsTab } from '../problems/ProblemsTab.tsx';
import { RunsTab } from '../runs/RunsTab.tsx';
import { RunsTools } from '../runs/RunsTools.tsx';
import { useText } from '../text/useText.ts';
import { useTrainingStore } from '../training/trainingStore.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { type DrawerTab, useViewStore } from '../view/viewStore.ts';
import styles from './Panels.module.css';
import { Resizer } from './Resizer.tsx';

interface TabLook {
	readonly icon: IconName;
	readonly Content: () => ReactNode;
	/** Beside the tabs, while the tab is open. */
	readonly Tools?: () => ReactNode;
}

const looks: Readonly<Partial<Record<DrawerTab, TabLook>>> = {
	problems: { icon: 'warn', Content: ProblemsTab },
	runs: { icon: 'chart', Content: RunsTab, Tools: RunsTools },
	layers: { icon: 'table', Content: LayerTableTab },
	history: { icon: 'clock', Content: HistoryTab },
	confusion: { icon: 'table', Content: ConfusionTab },
};

const buildTabs: readonly DrawerTab[] = ['problems', 'runs', 'layers', 'history'];
const explainTabs: readonly DrawerTab[] = ['confusion', 'runs', 'layers', 'history'];

/** Compares: problems, runs, layers, history. A strip until it is opened. */
export function Drawer() {
	const { t } = useText();
	const tabs = useViewStore((state) => (state.mode === 'explain' ? explainTabs : buildTabs));
	const chosen = useViewStore((state) => state.drawerTab);
	const isOpen = useViewStore((state) => state.isDrawerOpen);
	const set = useViewStore((state) => state.set);
	const tab = tabs.includes(chosen) ? chosen : (tabs[0] ?? 'runs');
	const { Content, Tools } = looks[tab] ?? {};
	const open = (value: string | null): void => {
		const next = tabs.find((name) => name === value);
		if (next) set({ drawerTab: next, isDrawerOpen: true });
	};
	return (
		<section className={`${styles.panel} ${styles.drawer}`} data-open={isOpen || undefined} aria-label={t('shell.drawer')}>
			{isOpen ? <Resizer panel="drawer" /> : null}
			<Tabs
				className={styles.tabs}
				classNames={{ list: styles.tabList, tab: styles.tab, panel: styles.tabPanel }}
				value={isOpen ? tab : null}
				onChange={open}
				keepMounted={false}
			>
				<div className={styles.tabBar}>
					<Tabs.List aria-label={t('shell.drawer')}>
						{tabs.map((name) => (
							<Tabs.Tab key={name} value={name} leftSection={<Icon name={looks[name]?.icon ?? 'table'} size={14} />}>
								{t(`shell.drawer.${name}`)}
								<TabCount tab={name} />
							</Tabs.Tab>
						))}
					</Tabs.List>
					{isOpen && Tools ? (
						<div className={styles.tabTools}>
							<Tools />
						</div>
					) : null}
					<ActionIcon
						className={styles.close}
						variant="subtle"
						color="var(--text-2)"
						size={28}
						aria-label={t(isOpen ? 'shell.drawer.close' : 'shell.drawer.open')}
						aria-expanded={isOpen}
						onClick={() => set({ isDrawerOpen: !isOpen })}
					>
						<Icon name={isOpen ? 'down' : 'up'} />
					</ActionIcon>
				</div>
				{isOpen && Content ? (
					<Tabs.Panel value={tab}>
						<Content />
					</Tabs.Panel>
				) : null}
			</Tabs>
		</section>
	);
}

/** Problems are counted apart from notes, since only they stop training. */
function TabCount({ tab }: { readonly tab: DrawerTab }) {
	const { format } = useText();
	const diagnostics = useInference()?.diagnostics;
	const runs = useTrainingStore((state) => state.runs?.length ?? 0);
	if (tab === 'runs') return <span className={styles.count}>{runs}</span>;
	if (tab !== 'problems') return null;
	const { worst, parts } = countProblems(diagnostics ?? []);
	if (worst === 'fine') return null;
	return (
		<span className={styles.count} data-severe={worst === 'error' || undefined}>
			{parts.map((part) => format.text(part)).join(' · ')}
		</span>
	);
}
