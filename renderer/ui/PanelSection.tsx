import type { ReactNode } from 'react';
import styles from './PanelSection.module.css';

/** One block of a side panel, with an optional heading and a remark at its right. */
export function PanelSection({
	title,
	remark,
	children,
}: {
	readonly title?: string;
	readonly remark?: ReactNode;
	readonly children: ReactNode;
}) {
	return (
		<section className={styles.section} aria-label={title}>
			{title === undefined ? null : (
				<header className={styles.head}>
					<h2>{title}</h2>
					{remark === undefined ? null : <span>{remark}</span>}
				</header>
			)}
			{children}
		</section>
	);
}

/** Names and values in two columns; a value of `null` leaves its line out. */
export function ValueList({ values }: { readonly values: readonly (readonly [name: string, value: ReactNode])[] }) {
	return (
		<dl className={styles.values}>
			{values
				.filter(([, value]) => value !== null)
				.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
		</dl>
	);
}

/** A panel or drawer tab that has nothing to show yet: what it is for, and the first step. */
export function EmptyNote({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
	return (
		<div className={styles.empty}>
			<h2>{title}</h2>
			<p>{text}</p>
			{children}
		</div>
	);
}
