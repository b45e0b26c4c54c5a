import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useId, useState } from 'react';
import styles from './NameInput.module.css';

interface NameInputProps {
	readonly label: string;
	/** The name as it is. */
	readonly name: string;
	readonly className?: string | undefined;
	readonly isDisabled?: boolean;
	/** Why a name cannot be taken; `null` for one that can. */
	readonly refuse: (name: string) => string | null;
	readonly onTake: (name: string) => void;
	/** For a field that is there while the name is typed and goes then: it takes the focus at once. */
	readonly onEnd?: () => void;
	/** Where there is no room for words below: in a bubble. */
	readonly hasBubble?: boolean;
}

/** A name, changed in place: Enter or leaving takes it, Escape gives it up. One that is refused says why and is never taken. */
export function NameInput({ label, name, className, isDisabled, refuse, onTake, onEnd, hasBubble = false }: NameInputProps) {
	const [draft, setDraft] = useState<string | null>(onEnd ? name : null);
	const id = useId();
	const problem = draft === null ? null : refuse(draft.trim());
	const end = (): void => {
		setDraft(null);
		onEnd?.();
	};
	const take = (): void => {
		const next = draft?.trim();
		if (next !== undefined && problem === null && next !== name) onTake(next);
		end();
	};
	const input = (
		<input
			className={className}
			type="text"
			aria-label={label}
			aria-invalid={problem !== null}
			aria-describedby={problem === null ? undefined : id}
			maxLength={80}
			spellCheck={false}
			autoComplete="off"
			disabled={isDisabled}
			value={draft ?? name}
			ref={onEnd ? focusOnce : undefined}
			onFocus={(event) => {
				if (onEnd) event.currentTarget.select();
			}}
			onChange={(event) => setDraft(event.currentTarget.value)}
			onBlur={take}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === 'Enter' && problem === null) event.currentTarget.blur();
				if (event.key === 'Escape') end();
			}}
		/>
	);
	if (!hasBubble) {
		return (
			<>
				{input}
				{problem === null ? null : (
					<p id={id} className={styles.problem} role="alert">
						{problem}
					</p>
				)}
			</>
		);
	}
	return (
		<>
			<Tooltip label={problem} opened={problem !== null} position="top-start" multiline maw={240} color="var(--err)">
				{input}
			</Tooltip>
			{problem === null ? null : (
				<VisuallyHidden id={id} role="alert">
					{problem}
				</VisuallyHidden>
			)}
		</>
	);
}

function focusOnce(element: HTMLInputElement | null): void {
	element?.focus();
}
