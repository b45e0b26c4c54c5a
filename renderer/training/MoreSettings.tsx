import { Button, Select } from '@mantine/core';
import { useId, useState } from 'react';
import type { Edit } from '#shared/graph/edit.ts';
import { type TrainingConfig, trainingConfigSchema, weightDecayOf } from '#shared/training/config.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import type { Steps } from './numberSteps.ts';
import styles from './TrainingSettings.module.css';

const { loss, schedule, classWeights } = trainingConfigSchema.shape;

type Change = (edits: readonly Edit[], name: keyof TrainingConfig) => void;

/** Settings that most runs leave as they are: loss, schedule, decay, clipping, early stopping. Folded away until asked for. */
export function MoreSettings({ training, change }: { readonly training: TrainingConfig; readonly change: Change }) {
	const { t } = useText();
	const [isOpen, setIsOpen] = useState(false);
	const id = useId();
	return (
		<>
			<Button
				className={styles.more}
				variant="subtle"
				size="compact-sm"
				aria-expanded={isOpen}
				aria-controls={id}
				leftSection={<Icon name={isOpen ? 'down' : 'right'} size={12} />}
				onClick={() => setIsOpen(!isOpen)}
			>
				{t('training.more.label')}
			</Button>
			<div id={id} className={styles.form} hidden={!isOpen}>
				{isOpen ? <Fields training={training} change={change} /> : null}
			</div>
		</>
	);
}

function Fields({ training, change }: { readonly training: TrainingConfig; readonly change: Change }) {
	const set = <Name extends keyof TrainingConfig>(name: Name, value: TrainingConfig[Name]): void =>
		change([{ kind: 'setTraining', training: { [name]: value } }], name);
	const number = (name: NumberName, steps: Steps, shown = training[name] ?? 0, stored = (value: number): number | null => value) => (
		<Field key={name} name={name} steps={steps} value={shown} stored={stored} onChange={(value) => set(name, value)} />
	);
	const orOff = (value: number): number | null => (value === 0 ? null : value);
	const usesFactor = training.schedule === 'step' || training.schedule === 'exponential' || training.schedule === 'plateau';
	const isAdam = training.optimizer === 'adam' || training.optimizer === 'adamw';
	return (
		<>
			<Choice name="schedule" options={schedule.options} value={training.schedule} onChange={(value) => set('schedule', value)} />
			{usesFactor ? number('scheduleFactor', 'twentieth') : null}
			{usesFactor && training.schedule !== 'exponential' ? number('scheduleEpochs', 'one') : null}
			{training.schedule === 'oneCycle' ? null : number('warmUpEpochs', 'one')}
			{number('stopPatience', 'one', undefined, orOff)}
			{training.stopPatience === null ? null : number('stopMinChange', 'powers')}
			<Choice name="loss" options={loss.options} value={training.loss} onChange={(value) => set('loss', value)} />
			{number('labelSmoothing', 'twentieth')}
			<Choice
				name="classWeights"
				options={classWeights.options}
				value={training.classWeights}
				onChange={(value) => set('classWeights', value)}
			/>
			{training.optimizer === 'momentum' || training.optimizer === 'nesterov' ? number('momentum', 'twentieth') : null}
			{isAdam ? number('beta1', 'twentieth') : null}
			{isAdam ? number('beta2', 'twentieth') : null}
			{isAdam || training.optimizer === 'rmsprop' ? number('epsilon', 'powers') : null}
			{number('weightDecay', 'powers', weightDecayOf(training))}
			{number('clipNorm', 'one', undefined, orOff)}
			{number('checkpointSeconds', 'five')}
		</>
	);
}

type NumberName =
	| 'scheduleFactor'
	| 'scheduleEpochs'
	| 'warmUpEpochs'
	| 'stopPatience'
	| 'stopMinChange'
	| 'beta1'
	| 'beta2'
	| 'epsilon'
	| 'checkpointSeconds'
	| 'labelSmoothing'
	| 'momentum'
	| 'weightDecay'
	| 'clipNorm';

const wholeNumbers: ReadonlySet<NumberName> = new Set(['scheduleEpochs', 'warmUpEpochs', 'stopPatience']);

/** A number of the settings; where they have none, 0 stands for off. */
function Field({
	name,
	steps,
	value,
	stored,
	onChange,
}: {
	readonly name: NumberName;
	readonly steps: Steps;
	readonly value: number;
	readonly stored: (value: number) => number | null;
	readonly onChange: (value: TrainingConfig[NumberName] & number) => void;
}) {
	const { t } = useText();
	return (
		<NumberSetting
			label={t(`training.${name}.label`)}
			help={t(`training.${name}.help`)}
			problem={t(`training.${name}.error`)}
			value={value}
			isWhole={wholeNumbers.has(name)}
			steps={steps}
			accepts={(given) => trainingConfigSchema.shape[name].safeParse(stored(given)).success}
			onChange={(given) => onChange(stored(given) as TrainingConfig[NumberName] & number)}
		/>
	);
}

/** One of a few named ways. */
function Choice<Value extends string>({
	name,
	options,
	value,
	onChange,
}: {
	readonly name: 'schedule' | 'loss' | 'classWeights';
	readonly options: readonly Value[];
	readonly value: Value;
	readonly onChange: (value: Value) => void;
}) {
	const { t } = useText();
	return (
		<Select
			className={styles.wide}
			classNames={{ label: styles.label, description: styles.help, input: `${styles.input} ${styles.words}` }}
			label={t(`training.${name}.label`)}
			description={t(`training.${name}.help`)}
			inputWrapperOrder={['label', 'input', 'description', 'error']}
			data={options.map((option) => ({ value: option, label: t(`training.${name}.option.${option}`) }))}
			value={value}
			allowDeselect={false}
			rightSection={<Icon name="down" size={12} />}
			comboboxProps={{ shadow: 'md' }}
			onChange={(chosen) => {
				const known = options.find((option) => option === chosen);
				if (known !== undefined) onChange(known);
			}}
		/>
	);
}
