import { ActionIcon, Tooltip } from '@mantine/core';
import { type CSSProperties, useId, useState } from 'react';
import type { NodeConfig } from '#shared/graph/document.ts';
import { isSameData } from '#shared/json.ts';
import type { Message } from '#shared/text/message.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { FieldInput } from './controls/FieldInput.tsx';
import styles from './FieldRow.module.css';
import { refusal, type ShownField } from './fieldValue.ts';
import { fieldHelp, fieldLabel, optionLabel } from './fieldWords.ts';

interface FieldRowProps {
	readonly shown: ShownField;
	/** A problem of the document that names this field. */
	readonly documentProblem: Message | null;
	readonly isDisabled: boolean;
	readonly onChange: (shown: ShownField, value: NodeConfig[string]) => void;
}

interface Refused {
	readonly reason: Message;
	/** The value that stood when it was typed; once that changes, the reason is history. */
	readonly value: unknown;
}

/** Of an option that half the panel can show. */
const MOST_LETTERS = 16;
/** Controls that need the panel's whole width. */
const wideControls: ReadonlySet<string> = new Set(['sides', 'matrix', 'integers']);

/** Label with the formula's letters, control, and the reason where something typed was refused. */
export function FieldRow({ shown, documentProblem, isDisabled, onChange }: FieldRowProps) {
	const { name, owners, field, value, isMixed, isFollowing } = shown;
	const [{ definition }] = owners;
	const { t, format } = useText();
	const id = useId();
	const [refused, setRefused] = useState<Refused | null>(null);
	const isLit = useViewStore((state) => state.litField === name);
	// Kinds may call it differently: a kernel is a window.
	const label = [...new Set(owners.map((own) => fieldLabel(format, own.definition, own.name)))].join(' / ');
	const help = fieldHelp(format, definition, name);
	const reason = refused && isSameData(refused.value, value) ? refused.reason : null;
	const problem = reason ?? documentProblem;
	const light = (lit: string | null): void => useViewStore.getState().set({ litField: lit });
	const onType = (typed: unknown): void => {
		const why = refusal(shown, typed);
		setRefused(why && { reason: why, value });
		if (!why) onChange(shown, typed as NodeConfig[string]);
	};
	const descriptions = [help !== null && `${id}-help`, problem !== null && `${id}-problem`].filter((part) => part !== false);
	const release = releaseWord();
	const isGroup = field.control.kind === 'pair' || field.control.kind === 'sides';
	const isLongMenu =
		field.control.kind === 'choice' &&
		field.control.options.some((option) => optionLabel(format, definition, name, option).length > MOST_LETTERS);
	const isSegments = field.control.kind === 'choice' && field.control.look === 'segments';
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: pointing lights the formula; the same is reached by focus.
		<div
			className={styles.field}
			data-field={name}
			data-wide={isSegments || isLongMenu || wideControls.has(field.control.kind) || undefined}
			data-lit={isLit || undefined}
			onPointerEnter={() => light(name)}
			onPointerLeave={() => light(null)}
			onFocus={() => light(name)}
			onBlur={() => light(null)}
		>
			<div className={styles.head}>
				<Tooltip
					label={help}
					disabled={help === null}
					multiline
					maw={260}
					openDelay={400}
					position="top-start"
					events={{ hover: true, focus: false, touch: true }}
				>
					{isGroup || isSegments ? (
						<span id={`${id}-label`} className={styles.label}>
							{label}
						</span>
					) : (
						<label id={`${id}-label`} htmlFor={id} className={styles.label}>
							{label}
						</label>
					)}
				</Tooltip>
				{release !== null && !isDisabled && (
					<Tooltip label={release}>
						<ActionIcon size={16} variant="subtle" color="gray" aria-label={release} onClick={() => onChange(shown, null)}>
							<Icon name="undo" size={12} />
						</ActionIcon>
					</Tooltip>
				)}
				{field.symbol && (
					<span className={styles.letters} style={{ '--symbol': `var(--symbol-${field.symbol.role})` } as CSSProperties} aria-hidden>
						{field.symbol.letters}
					</span>
				)}
			</div>
			<fieldset
				className={styles.control}
				disabled={isDisabled}
				{...(isGroup ? { 'aria-labelledby': `${id}-label` } : { role: 'presentation' })}
			>
				<FieldInput
					id={id}
					definition={definition}
					name={name}
					label={label}
					control={field.control}
					value={isMixed ? null : value}
					isMixed={isMixed}
					emptyWord={isMixed ? t('inspector.field.mixed') : field.canBeAutomatic ? t('inspector.field.automatic') : ''}
					isRefused={problem !== null}
					isDisabled={isDisabled}
					{...(descriptions.length > 0 ? { describedBy: descriptions.join(' ') } : {})}
					onType={onType}
				/>
			</fieldset>
			{help !== null && (
				<span id={`${id}-help`} hidden>
					{help}
				</span>
			)}
			{problem && (
				<p id={`${id}-problem`} className={styles.problem} role={reason ? 'alert' : undefined}>
					{format.text(problem)}
				</p>
			)}
		</div>
	);

	/** What gives a value of one's own back to the layer, where it can decide by itself. */
	function releaseWord(): string | null {
		if (field.follows !== undefined && !isFollowing)
			return t('inspector.field.follow', { field: fieldLabel(format, definition, field.follows) });
		return field.canBeAutomatic && (value !== null || isMixed) ? t('inspector.field.release') : null;
	}
}
