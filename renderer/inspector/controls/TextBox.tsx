import { useState } from 'react';
import styles from './controls.module.css';

interface TextBoxProps {
	readonly id: string;
	/** Shown whenever nothing is being typed. */
	readonly text: string;
	readonly rows?: number;
	readonly isRefused: boolean;
	readonly describedBy?: string;
	readonly placeholder?: string;
	readonly onType: (text: string) => void;
}

/** A list or a table of numbers as text; leaving shows the accepted value again. */
export function TextBox({ id, text, rows, isRefused, describedBy, placeholder, onType }: TextBoxProps) {
	const [draft, setDraft] = useState<string | null>(null);
	const shared = {
		id,
		className: rows === undefined ? styles.box : `${styles.box} ${styles.area}`,
		autoComplete: 'off',
		spellCheck: false,
		'aria-invalid': isRefused,
		'aria-describedby': describedBy,
		placeholder,
		value: draft ?? text,
		onBlur: () => setDraft(null),
	};
	const onText = (typed: string): void => {
		setDraft(typed);
		onType(typed);
	};
	if (rows !== undefined) return <textarea {...shared} rows={rows} onChange={(event) => onText(event.currentTarget.value)} />;
	return <input {...shared} type="text" onChange={(event) => onText(event.currentTarget.value)} />;
}
