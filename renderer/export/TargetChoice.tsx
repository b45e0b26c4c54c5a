import { Radio } from '@mantine/core';
import { useText } from '../text/useText.ts';
import styles from './ExportDialog.module.css';
import type { ExportTarget } from './useTargets.ts';

/** The formats with what each is good for. */
export function TargetChoice({
	targets,
	value,
	isLocked,
	onChange,
}: {
	readonly targets: readonly ExportTarget[] | null;
	readonly value: string | null;
	readonly isLocked: boolean;
	readonly onChange: (target: string) => void;
}) {
	const { t, format } = useText();
	return (
		<Radio.Group
			label={t('exporting.format')}
			classNames={{ label: styles.label }}
			value={value}
			onChange={onChange}
			aria-busy={targets === null}
		>
			<div className={styles.targets}>
				{targets?.map(({ name, title, description, files }) => (
					<Radio.Card key={name} className={styles.target} value={name} disabled={isLocked} aria-label={format.text(title)}>
						<Radio.Indicator size="xs" />
						<span>
							<strong>{format.text(title)}</strong>
							<small>{format.text(description)}</small>
							<small className={styles.files}>{t('exporting.format.files', { files: files.join(', ') })}</small>
						</span>
					</Radio.Card>
				))}
			</div>
		</Radio.Group>
	);
}
