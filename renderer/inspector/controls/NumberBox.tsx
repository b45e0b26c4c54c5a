import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Formatter } from '#shared/text/formatter.ts';
import { useText } from '../../text/useText.ts';
import { readingsOf } from '../numberReadings.ts';
import { readNumber, stepNumber } from '../readNumber.ts';
import styles from './controls.module.css';
import { useScrub } from './useScrub.ts';

interface NumberBoxProps {
	readonly id?: string;
	/** Accessible name where no `<label>` points at the box. */
	readonly label?: string;
	/** As saved; shown whenever nothing is being typed. `null` where the selected layers differ. */
	readonly value: unknown;
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly isRefused: boolean;
	readonly describedBy?: string;
	readonly placeholder?: string;
	/** Called with what was typed, number or not; the owner accepts or refuses. */
	readonly onType: (value: unknown) => void;
}

/**
 * One number: type, arrow keys ±1 (Shift ±10), wheel while focused, or drag the box or its label sideways. What is refused is never kept: leaving
 * shows the value again.
 */
export function NumberBox({ id, label, value, min, max, step, isRefused, describedBy, placeholder, onType }: NumberBoxProps) {
	const { t, format } = useText();
	const [draft, setDraft] = useState<string | null>(null);
	const input = useRef<HTMLInputElement>(null);
	const stepBy = (by: number): void => {
		const from = typeof value === 'number' && Number.isFinite(value) ? value : min;
		setDraft(null);
		onType(stepNumber(from, by * step, { min, max }));
	};
	useScrub(input, value, { min, max, step }, (next) => {
		setDraft(null);
		onType(next);
	});
	const onWheel = useEffectEvent((event: WheelEvent) => {
		if (document.activeElement !== input.current || event.deltaY === 0) return;
		event.preventDefault();
		stepBy((event.deltaY < 0 ? 1 : -1) * (event.shiftKey ? 10 : 1));
	});
	useEffect(() => {
		// React's own wheel listeners are passive and could not keep the panel from scrolling.
		const box = input.current;
		const listen = (event: WheelEvent): void => onWheel(event);
		box?.addEventListener('wheel', listen, { passive: false });
		return () => box?.removeEventListener('wheel', listen);
	}, []);
	const onKeyDown = (event: KeyboardEvent): void => {
		const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
		if (direction !== undefined) {
			event.preventDefault();
			stepBy(direction * (event.shiftKey ? 10 : 1));
		} else if (event.key === 'Enter') {
			setDraft(null);
		} else if (event.key === 'Escape' && draft !== null) {
			event.stopPropagation();
			setDraft(null);
		}
	};
	return (
		<input
			ref={input}
			id={id}
			className={styles.box}
			type="text"
			inputMode="decimal"
			autoComplete="off"
			spellCheck={false}
			aria-label={label}
			aria-invalid={isRefused}
			aria-describedby={describedBy}
			placeholder={placeholder}
			value={draft ?? spell(value, format)}
			onFocus={(event) => event.currentTarget.select()}
			onBlur={() => setDraft(null)}
			onKeyDown={onKeyDown}
			onChange={(event) => {
				const { value: text } = event.currentTarget;
				setDraft(text);
				const typed = readNumber(text, format);
				if (typed.kind === 'value') onType(typed.value);
				if (typed.kind === 'ambiguous') onType(t('number.ambiguous', readingsOf(text, typed, format)));
			}}
		/>
	);
}

function spell(value: unknown, format: Formatter): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return format.plain(value);
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
