import { Radio } from '@mantine/core';
import { exportPurposes } from '#shared/ipc/exportPurpose.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './TargetChoice.module.css';
import type { ExportTarget } from './useTargets.ts';

/** The formats by what they are taken for, one line each; those that cannot say the network exactly are marked. */
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
	const { t } = useText();
	return (
		<Radio.Group
			label={t('exporting.format')}
			classNames={{ label: styles.label }}
			value={value}
			onChange={onChange}
			aria-busy={targets === null}
		>
			<div className={styles.groups}>
				{exportPurposes.map((purpose) => (
					<section key={purpose} aria-label={t(`exporting.purpose.${purpose}`)}>
						<h3 className={styles.purpose}>{t(`exporting.purpose.${purpose}`)}</h3>
						{targets
							?.filter((target) => target.purpose === purpose)
							.map((target) => (
								<TargetRow key={target.name} target={target} isLocked={isLocked} />
							))}
					</section>
				))}
			</div>
		</Radio.Group>
	);
}

function TargetRow({
	target: { name, title, summary, obstacle },
	isLocked,
}: {
	readonly target: ExportTarget;
	readonly isLocked: boolean;
}) {
	const { t, format } = useText();
	const label = obstacle ? `${format.text(title)}, ${t('exporting.refused')}` : format.text(title);
	return (
		<Radio.Card className={styles.target} value={name} disabled={isLocked} aria-label={label} data-refused={obstacle ? '' : undefined}>
			<Radio.Indicator size="xs" />
			<strong>{format.text(title)}</strong>
			{obstacle ? (
				<small className={styles.refused}>
					<Icon name="warn" size={14} />
					{t('exporting.refused')}
				</small>
			) : (
				<small>{format.text(summary)}</small>
			)}
		</Radio.Card>
	);
}
