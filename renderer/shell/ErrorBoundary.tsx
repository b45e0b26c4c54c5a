import { Component, type ReactNode } from 'react';
import { message } from '#shared/text/message.ts';
import { currentFormatter } from '../text/useText.ts';
import styles from './ErrorBoundary.module.css';

interface Props {
	readonly children: ReactNode;
}

interface State {
	readonly error: Error | null;
}

/**
 * Catches what breaks while drawing: says so, with the reason to report, and offers to draw again.
 * The document lives in its store and in the autosave, so nothing of it is lost.
 */
export class ErrorBoundary extends Component<Props, State> {
	override state: State = { error: null };

	static getDerivedStateFromError(error: unknown): State {
		return { error: error instanceof Error ? error : new Error(String(error)) };
	}

	override render(): ReactNode {
		const { error } = this.state;
		if (!error) return this.props.children;
		const say = (id: string): string => currentFormatter().text(message(id));
		return (
			<main className={styles.page} role="alert">
				<h1>{say('shell.broken.title')}</h1>
				<p>{say('shell.broken.text')}</p>
				<pre className={styles.reason}>{error.stack ?? error.message}</pre>
				<div className={styles.buttons}>
					<button type="button" className={styles.primary} onClick={() => this.setState({ error: null })}>
						{say('shell.broken.retry')}
					</button>
					<button type="button" className={styles.secondary} onClick={() => location.reload()}>
						{say('shell.broken.reload')}
					</button>
				</div>
			</main>
		);
	}
}
