import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { readingsOf } from '../inspector/numberReadings.ts';
import { readNumber, type Typed } from '../inspector/readNumber.ts';
import { useText } from '../text/useText.ts';
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
	const { t, format } = useText();
	const [draft, setDraft] = useState<string | null>(null);
	const read = readNumber(draft ?? format.plain(value), format);
	const typed = draft === null ? value : numberOf(read, isWhole);
	const isWrong = typed === null || !accepts(typed);
	const reason = read.kind === 'ambiguous' ? t('number.ambiguous.help', readingsOf(draft ?? '', read, format)) : problem;
	const type = (text: string): void => {
		const next = numberOf(readNumber(text, format), isWhole);
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
			value={draft ?? format.plain(value)}
			error={isWrong ? reason : undefined}
			rightSection={unit === undefined ? undefined : <span className={styles.unit}>{unit}</span>}
			onChange={(event) => type(event.currentTarget.value)}
			onBlur={() => setDraft(null)}
			onKeyDown={step}
		/>
	);
}

function numberOf(typed: Typed, isWhole: boolean): number | null {
	if (typed.kind !== 'value' || typeof typed.value !== 'number') return null;
	return isWhole && !Number.isInteger(typed.value) ? null : typed.value;
}
