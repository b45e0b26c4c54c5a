import { Popover, UnstyledButton } from '@mantine/core';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './EngineChip.module.css';
import { useEngineLink, useEngineStore } from './engineStore.ts';

/** What computes on this machine; opens the reasons why nothing faster does. */
export function EngineChip() {
	useEngineLink();
	const { t, format } = useText();
	const { state, name, description, threads, reasons } = useEngineStore();
	const label =
		state === 'ready' && name
			? t('engine.chip.ready', { threads: threads ?? 1, name: t(`engine.chip.name.${name}`) })
			: t(`engine.chip.${state === 'missing' ? 'missing' : 'starting'}`);
	return (
		<Popover width={320} position="bottom-end" shadow="md" withArrow trapFocus returnFocus>
			<Popover.Target>
				<UnstyledButton className={styles.chip} data-state={state} aria-label={t('engine.chip.label', { name: label })}>
					<Icon name="chip" size={14} />
					<span className={styles.words}>{label}</span>
				</UnstyledButton>
			</Popover.Target>
			<Popover.Dropdown className={styles.popover}>
				<h3>{t('engine.popover.title')}</h3>
				<p>{state === 'missing' ? t('engine.popover.missing') : (description ?? label)}</p>
				{reasons.length > 0 ? (
					<>
						<h3>{t('engine.popover.why')}</h3>
						<ul>
							{reasons.map((reason) => (
								<li key={format.text(reason)}>{format.text(reason)}</li>
							))}
						</ul>
					</>
				) : null}
				{state === 'ready' && reasons.length === 0 ? <p>{t('engine.popover.fastest')}</p> : null}
				<p className={styles.local}>{t('engine.popover.local')}</p>
			</Popover.Dropdown>
		</Popover>
	);
}
