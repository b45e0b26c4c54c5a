import { Button, Select } from '@mantine/core';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { message } from '#shared/text/message.ts';
import { defaultTrainingConfig, isUsual, type TrainingConfig, trainingConfigSchema } from '#shared/training/config.ts';
import { findLearningRate } from '../actions/findLearningRate.ts';
import { useIsEnabled, useRunAction } from '../actions/useAction.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { MemoryNote } from './MemoryNote.tsx';
import { MoreSettings } from './MoreSettings.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import styles from './TrainingSettings.module.css';

const LARGEST_SEED = 4_294_967_295;
const optimizers = trainingConfigSchema.shape.optimizer.options;

/** How the next run trains; each change is an edit of the document and can be undone. */
export function TrainingSettings() {
	const { t } = useText();
	const document = useDocumentStore((state) => state.document);
	if (!document) return null;
	const { training, seed } = document;
	const isDefault = trainingConfigSchema.keyof().options.every((name) => isUsual(name, training[name]));
	return (
		<PanelSection
			title={t('training.settings.title')}
			remark={
				isDefault ? undefined : (
					<Button
						variant="subtle"
						size="compact-xs"
						onClick={() => change([{ kind: 'setTraining', training: defaultTrainingConfig }], 'reset')}
					>
						{t('training.settings.reset')}
					</Button>
				)
			}
		>
			<div className={styles.form}>
				<Select
					className={styles.wide}
					classNames={{ label: styles.label, description: styles.help, input: `${styles.input} ${styles.words}` }}
					label={t('training.optimizer.label')}
					description={t('training.optimizer.help')}
					inputWrapperOrder={['label', 'input', 'description', 'error']}
					data={optimizers.map((value) => ({ value, label: t(`training.optimizer.option.${value}`) }))}
					value={training.optimizer}
					allowDeselect={false}
					rightSection={<Icon name="down" size={12} />}
					comboboxProps={{ shadow: 'md' }}
					onChange={(value) => {
						const optimizer = optimizers.find((known) => known === value);
						if (optimizer) change([{ kind: 'setTraining', training: { optimizer } }], 'optimizer');
					}}
				/>
				<div>
					<NumberSetting
						label={t('training.learningRate.label')}
						help={t('training.learningRate.help')}
						problem={t('training.learningRate.error')}
						value={training.learningRate}
						isWhole={false}
						steps="powers"
						accepts={accepts('learningRate')}
						onChange={(learningRate) => change([{ kind: 'setTraining', training: { learningRate } }], 'learningRate')}
					/>
					<FindRateButton />
				</div>
				<NumberSetting
					label={t('training.batchSize.label')}
					help={t('training.batchSize.help')}
					problem={t('training.batchSize.error')}
					value={training.batchSize}
					isWhole
					steps="doubling"
					accepts={accepts('batchSize')}
					onChange={(batchSize) => change([{ kind: 'setTraining', training: { batchSize } }], 'batchSize')}
				/>
				<NumberSetting
					label={t('training.epochs.label')}
					help={t('training.epochs.help')}
					problem={t('training.epochs.error')}
					value={training.epochs}
					isWhole
					steps="one"
					accepts={accepts('epochs')}
					onChange={(epochs) => change([{ kind: 'setTraining', training: { epochs } }], 'epochs')}
				/>
				<NumberSetting
					label={t('training.validationShare.label')}
					help={t('training.validationShare.help')}
					problem={t('training.validationShare.error')}
					value={Math.round(training.validationShare * 1000) / 10}
					isWhole={false}
					steps="five"
					unit="%"
					accepts={(percent) => accepts('validationShare')(percent / 100)}
					onChange={(percent) => change([{ kind: 'setTraining', training: { validationShare: percent / 100 } }], 'validationShare')}
				/>
				<NumberSetting
					label={t('training.seed.label')}
					help={t('training.seed.help')}
					problem={t('training.seed.error')}
					value={seed}
					isWhole
					steps="one"
					accepts={(value) => Number.isInteger(value) && value >= 0 && value <= LARGEST_SEED}
					onChange={(value) => change([{ kind: 'setSeed', seed: value }], 'seed')}
				/>
				<MemoryNote document={document} />
			</div>
			<MoreSettings training={training} change={change} />
		</PanelSection>
	);
}

/** Beside the rate, where one wonders what to type. */
function FindRateButton() {
	const { t } = useText();
	const isEnabled = useIsEnabled(findLearningRate);
	const run = useRunAction();
	return (
		<Button
			className={styles.find}
			variant="default"
			size="compact-xs"
			leftSection={<Icon name="chart" size={12} />}
			title={t('action.findLearningRate.help')}
			disabled={!isEnabled}
			onClick={() => run(findLearningRate)}
		>
			{t('training.rateFinder.button')}
		</Button>
	);
}

function accepts(field: Exclude<keyof TrainingConfig, 'optimizer'>): (value: number) => boolean {
	return (value) => trainingConfigSchema.shape[field].safeParse(value).success;
}

/** Typing a number is one step of undo. */
function change(edits: readonly Edit[], name: keyof TrainingConfig | keyof Pick<GraphDocument, 'seed'> | 'reset'): void {
	useDocumentStore.getState().edit(edits, { label: message(`edit.training.${name}`), mergeKey: `training.${name}` });
}
