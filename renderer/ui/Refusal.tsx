import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Refusal.module.css';

/** What cannot be done, in a word, and why. Read out at once. */
export function Refusal({ title, children }: { readonly title: string; readonly children: ReactNode }) {
	return (
		<div className={styles.refusal} role="alert">
			<strong>
				<Icon name="warn" />
				{title}
			</strong>
			<p>{children}</p>
		</div>
	);
}
