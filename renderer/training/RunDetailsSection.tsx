import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { RunSummary } from '#shared/training/event.ts';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { useRunDetails } from '../runs/runDetailsStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection, ValueList } from '../ui/PanelSection.tsx';
import styles from './TrainingPanel.module.css';

/** Everything that is needed to make a run again, and to tell whether two came to the same: seed, data, programs, hash, folder. */
export function RunDetailsSection({ run }: { readonly run: RunSummary }) {
	const { t, format } = useText();
	const [details = null] = useRunDetails([run]);
	return (
		<PanelSection title={t('training.details.title')}>
			<ValueList
				values={[
					[t('training.seed.label'), String(run.settings.seed)],
					[
						t('training.details.start'),
						run.startedFrom ? t('training.details.startFile', { file: run.startedFrom.file, filled: run.startedFrom.filled }) : null,
					],
					[t('training.details.startFresh'), run.startedFrom && run.startedFrom.fresh.length > 0 ? run.startedFrom.fresh.join(', ') : null],
					[t('training.details.data'), details?.dataset.fingerprint ? <Hash key="data" value={details.dataset.fingerprint} /> : null],
					[t('training.result.hash'), run.weightsHash ? <Hash key="weights" value={run.weightsHash} /> : null],
					[t('training.details.engine'), details?.made.engine ?? null],
					[t('training.details.program'), details?.made.program ?? null],
					[t('training.details.machine'), details ? t('training.details.cores', { cores: details.made.cores }) : null],
					[t('training.details.memory'), details ? format.bytes(details.made.memoryBytes) : null],
				]}
			/>
			<p className={styles.help}>{t('training.details.hashHelp')}</p>
			<Folder folder={run.folder} />
		</PanelSection>
	);
}

/** The first digits of a SHA-256, and all of them to copy. */
function Hash({ value }: { readonly value: string }) {
	const { t } = useText();
	return (
		<span className={styles.hash}>
			<span title={value}>{value.slice(0, 12)}</span>
			<CopyButton value={value}>
				{({ copied, copy }) => (
					<Tooltip label={t(copied ? 'training.details.copied' : 'training.details.copy')}>
						<ActionIcon variant="subtle" color="gray" size={20} aria-label={t('training.details.copy')} onClick={copy}>
							<Icon name={copied ? 'check' : 'copy'} size={12} />
						</ActionIcon>
					</Tooltip>
				)}
			</CopyButton>
		</span>
	);
}

/** Where other tools find the run. */
function Folder({ folder }: { readonly folder: string }) {
	const host = useHost();
	const { t } = useText();
	const [isHidden, setIsHidden] = useState(false);
	const reveal = (): void => {
		host.files.reveal({ path: folder }).then((isShown) => setIsHidden(!isShown), reportProblem);
	};
	return (
		<>
			<Button mt={12} h={28} size="xs" variant="default" leftSection={<Icon name="folder" size={14} />} onClick={reveal}>
				{t('training.details.folder')}
			</Button>
			{isHidden ? <p className={styles.place}>{folder}</p> : null}
			<p className={styles.help}>{t('training.details.folderHelp')}</p>
		</>
	);
}
