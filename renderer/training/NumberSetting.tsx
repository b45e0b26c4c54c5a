import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { readNumber } from '../inspector/readNumber.ts';
import { nextStep, type Steps } from './numberSteps.ts';
import styles from './TrainingSettings.module.css';

/**
 * A number with its sentence for learners. What is typed counts at once when it makes sense; the arrow keys go through the values people try.
 */
export function NumberSetting({
	label,
	help,
	problem,
	value,
	isWhole,
	steps,
	unit,
	accepts,
	onChange,
}: {
	readonly label: string;
	readonly help: string;
	/** Shown while the typed text is no value of this setting. */
	readonly problem: string;
	readonly value: number;
	readonly isWhole: boolean;
	readonly steps: Steps;
	readonly unit?: string;
	readonly accepts: (value: number) => boolean;
	readonly onChange: (value: number) => void;
}) {
	const [draft, setDraft] = useState<string | null>(null);
	const typed = draft === null ? value : parse(draft, isWhole);
	const isWrong = typed === null || !accepts(typed);
	const type = (text: string): void => {
		const next = parse(text, isWhole);
		setDraft(text);
		if (next !== null && accepts(next) && next !== value) onChange(next);
	};
	const step = (event: KeyboardEvent): void => {
		if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
		event.preventDefault();
		const next = nextStep(value, steps, event.key === 'ArrowUp' ? 1 : -1);
		if (!accepts(next)) return;
		setDraft(null);
		onChange(next);
	};
	return (
		<TextInput
			classNames={{ label: styles.label, description: styles.help, input: styles.input, error: styles.problem }}
			label={label}
			description={help}
			inputWrapperOrder={['label', 'input', 'error', 'description']}
			inputMode={isWhole ? 'numeric' : 'decimal'}
			autoComplete="off"
			value={draft ?? String(value)}
			error={isWrong ? problem : undefined}
			rightSection={unit === undefined ? undefined : <span className={styles.unit}>{unit}</span>}
			onChange={(event) => type(event.currentTarget.value)}
			onBlur={() => setDraft(null)}
			onKeyDown={step}
		/>
	);
}

/** Reads what people type: `0.001`, `0,001`, `1e-3`. A whole number has no comma: `1,000` could be one or a thousand. */
function parse(text: string, isWhole: boolean): number | null {
	const typed = readNumber(isWhole ? text : text.replace(',', '.'));
	if (typed.kind === 'nothing' || typeof typed.value === 'string') return null;
	return Number.isFinite(typed.value) && (!isWhole || Number.isInteger(typed.value)) ? typed.value : null;
}
