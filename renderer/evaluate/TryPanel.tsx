import { Button, Select, Tabs } from '@mantine/core';
import { isMapShape } from '#shared/tensor/shape.ts';
import type { RunSummary } from '#shared/training/event.ts';
import { useDerivedStore, useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { useIsTraining, useShownRun, useTrainingStore } from '../training/trainingStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { DrawPad } from './DrawPad.tsx';
import { useEvaluateStore } from './evaluateStore.ts';
import { FileTab } from './FileTab.tsx';
import { ImagesTab } from './ImagesTab.tsx';
import styles from './TryPanel.module.css';

const tabs = ['images', 'draw', 'file'] as const;

/** Pictures to ask the trained network about: test images, a drawing, a file. */
export function TryPanel() {
	const { t } = useText();
	const run = useShownRun();
	const isTraining = useIsTraining();
	const showMode = useViewStore((state) => state.showMode);
	if (!run?.hasWeights) {
		const isUnderWay = isTraining && run?.status === 'running';
		return (
			<div className={styles.panel}>
				<EmptyNote
					title={t(isUnderWay ? 'evaluate.running.title' : 'evaluate.noRun.title')}
					text={t(isUnderWay ? 'evaluate.running.text' : 'evaluate.noRun.text')}
				>
					<Button h={28} size="xs" variant="default" onClick={() => showMode('train')}>
						{t('evaluate.noRun.action')}
					</Button>
				</EmptyNote>
			</div>
		);
	}
	return (
		<div className={styles.panel}>
			<RunChoice run={run} />
			<TryTabs run={run} />
		</div>
	);
}

function TryTabs({ run }: { readonly run: RunSummary }) {
	const { t } = useText();
	const tab = useEvaluateStore((state) => state.tab);
	const setTab = useEvaluateStore((state) => state.set);
	const inputShape = useInference()?.inputShape ?? null;
	const dataClasses = useDerivedStore((state) => state.dataset?.classes);
	const classes = run.evaluation?.classes ?? dataClasses ?? [];
	const [height, width, channels] = inputShape && isMapShape(inputShape) ? inputShape : [28, 28, 1];
	return (
		<Tabs
			className={styles.tabs}
			classNames={{ list: styles.tabList, tab: styles.tab, panel: styles.tabPanel }}
			value={tab}
			keepMounted={false}
			onChange={(value) => setTab({ tab: tabs.find((name) => name === value) ?? 'images' })}
		>
			<Tabs.List aria-label={t('evaluate.try.label')}>
				{tabs.map((name) => (
					<Tabs.Tab key={name} value={name}>
						{t(`evaluate.tab.${name}`)}
					</Tabs.Tab>
				))}
			</Tabs.List>
			<Tabs.Panel value="images">
				<ImagesTab run={run} classes={classes} />
			</Tabs.Panel>
			<Tabs.Panel value="draw">
				<DrawPad size={{ height, width, channels }} />
			</Tabs.Panel>
			<Tabs.Panel value="file">
				<FileTab inputShape={inputShape} />
			</Tabs.Panel>
		</Tabs>
	);
}

/** Which run answers, where there are several. */
function RunChoice({ run }: { readonly run: RunSummary }) {
	const { t, format } = useText();
	const runs = useTrainingStore((state) => state.runs);
	const show = useTrainingStore((state) => state.show);
	const usable = runs?.filter((candidate) => candidate.hasWeights) ?? [];
	if (usable.length < 2) return null;
	const nameOf = ({ name, evaluation }: RunSummary): string => (evaluation ? `${name} · ${format.percent(evaluation.accuracy)}` : name);
	return (
		<Select
			className={styles.run}
			size="xs"
			aria-label={t('evaluate.run.label')}
			data={usable.map((candidate) => ({ value: candidate.id, label: nameOf(candidate) }))}
			value={run.id}
			allowDeselect={false}
			rightSection={<Icon name="down" size={12} />}
			comboboxProps={{ shadow: 'md' }}
			onChange={(id) => {
				if (id !== null) show(id);
			}}
		/>
	);
}
