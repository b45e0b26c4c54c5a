import { Button, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Action } from '../actions/action.ts';
import { chordOf } from '../actions/chord.ts';
import { assignKeys, chooseKeys, type KeyChoices, ownerOf, resetKeys, resolveKeys } from '../actions/keymap.ts';
import { keyCaps, keyText } from '../actions/keyText.ts';
import { type KeyRefusal, whyRefused } from '../actions/refusedKeys.ts';
import { actions } from '../actions/registry.ts';
import { useHost } from '../host.ts';
import { usePreferencesStore } from '../preferences/preferencesStore.ts';
import { useText } from '../text/useText.ts';
import styles from './ShortcutsDialog.module.css';
import { useSessionStore } from './sessionStore.ts';

type Recording =
	| { readonly kind: 'idle' }
	| { readonly kind: 'listening' }
	| { readonly kind: 'refused'; readonly chord: string; readonly reason: KeyRefusal }
	| { readonly kind: 'taken'; readonly chord: string; readonly owner: Action };

const IDLE: Recording = { kind: 'idle' };

/** A command with its keys; pressing them takes new ones. What another command has is swapped when the person says so. */
export function ShortcutRow({ action }: { readonly action: Action }) {
	const { t } = useText();
	const host = useHost();
	const choices = usePreferencesStore((state) => state.keys);
	const [recording, setRecording] = useState<Recording>(IDLE);
	const label = t(`action.${action.name}.label`);
	const [first] = resolveKeys(action, choices);
	const isListening = recording.kind === 'listening' || recording.kind === 'refused';
	const take = (chord: string): void => {
		void chooseKeys(host, assignKeys(action, chord, actions, choices));
		setRecording(IDLE);
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (!isListening || event.key === 'Tab') return;
		event.preventDefault();
		event.stopPropagation();
		const chord = chordOf(event.nativeEvent);
		if (chord === null) return;
		const next = event.key === 'Escape' ? IDLE : heard(action, chord, choices);
		if (next) setRecording(next);
		else take(chord);
	};
	return (
		<li>
			<div className={styles.line}>
				<span>{label}</span>
				<span className={styles.value}>
					{Object.hasOwn(choices, action.name) && !action.isSystemKey ? (
						<Button
							variant="subtle"
							size="compact-xs"
							aria-label={t('shortcuts.reset.label', { label })}
							onClick={() => void chooseKeys(host, resetKeys(action, actions, choices))}
						>
							{t('shortcuts.reset')}
						</Button>
					) : null}
					<UnstyledButton
						className={styles.keys}
						disabled={action.isSystemKey}
						data-listening={isListening || undefined}
						// Escape gives the recording up and leaves the dialog open.
						data-mantine-stop-propagation={isListening || undefined}
						aria-label={t(first === undefined ? 'shortcuts.give' : 'shortcuts.change', {
							label,
							key: first === undefined ? '' : keyText(first),
						})}
						onClick={() => setRecording(isListening ? IDLE : { kind: 'listening' })}
						onKeyDown={onKeyDown}
						onBlur={() => setRecording((before) => (before.kind === 'taken' ? before : IDLE))}
					>
						<Caps keys={first} isListening={isListening} />
					</UnstyledButton>
				</span>
			</div>
			{recording.kind === 'refused' ? (
				<p role="alert" className={styles.note}>
					{t(`shortcuts.refused.${recording.reason}`, { key: keyText(recording.chord) })}
				</p>
			) : null}
			{recording.kind === 'taken' ? (
				<div role="alert" className={styles.note}>
					{t('shortcuts.taken', { key: keyText(recording.chord), owner: t(`action.${recording.owner.name}.label`) })}
					<span className={styles.answers}>
						<Button size="compact-xs" onClick={() => take(recording.chord)}>
							{t('shortcuts.swap')}
						</Button>
						<Button size="compact-xs" variant="default" onClick={() => setRecording(IDLE)}>
							{t('shortcuts.keep')}
						</Button>
					</span>
				</div>
			) : null}
		</li>
	);
}

/** What stands against the keys; `null` when they are free. */
function heard(action: Action, chord: string, choices: KeyChoices): Recording | null {
	const reason = whyRefused(chord, useSessionStore.getState().info?.shell ?? 'web', action.isCanvasKey);
	if (reason) return { kind: 'refused', chord, reason };
	const owner = ownerOf(chord, actions, choices);
	if (owner === action) return IDLE;
	return owner && { kind: 'taken', chord, owner };
}

function Caps({ keys, isListening }: { readonly keys: string | undefined; readonly isListening: boolean }) {
	const { t } = useText();
	if (isListening) return <span className={styles.press}>{t('shortcuts.press')}</span>;
	if (keys === undefined) return <span className={styles.none}>–</span>;
	return keyCaps(keys).map((cap) => <kbd key={cap}>{cap}</kbd>);
}
