import { Button } from '@mantine/core';
import { useState } from 'react';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ExportDialog.module.css';
import type { ExportResult } from './useExport.ts';

/** What was written, where, and the proof that it gives the same answers. */
export function ExportDone({
	result,
	provesWeightsAlone,
	onClose,
	onAgain,
}: {
	readonly result: ExportResult;
	readonly provesWeightsAlone: boolean;
	readonly onClose: () => void;
	readonly onAgain: () => void;
}) {
	const host = useHost();
	const { t, format } = useText();
	const [isHidden, setIsHidden] = useState(false);
	const { directory, files, parity } = result;
	const good = provesWeightsAlone ? 'exporting.done.weightsProof' : 'exporting.done.proof';
	const sentence = parity.passed ? good : 'exporting.done.proofBad';
	const reveal = (): void => {
		host.files.reveal({ path: directory }).then((isShown) => setIsHidden(!isShown), reportProblem);
	};
	return (
		<div className={styles.form}>
			<div className={styles.proof} data-passed={parity.passed || undefined} role="status">
				<Icon name={parity.passed ? 'check' : 'warn'} />
				<p>
					{t(sentence, {
						inputs: parity.inputs,
						difference: parity.largestDifference === null ? '∞' : scientific(parity.largestDifference),
						tolerance: scientific(parity.tolerance),
					})}
					{parity.partsAt === null ? null : ` ${t('exporting.done.partsAt', { layer: parity.partsAt })}`}
				</p>
			</div>
			<p className={styles.place}>
				<Icon name="folder" size={14} />
				{directory}
			</p>
			<table className={styles.written} aria-label={t('exporting.done.files')}>
				<tbody>
					{files.map((file) => (
						<tr key={file.name}>
							<th scope="row">{file.name}</th>
							<td>{format.bytes(file.bytes)}</td>
						</tr>
					))}
				</tbody>
			</table>
			{isHidden ? <p className={styles.help}>{t('exporting.done.notShown', { folder: directory })}</p> : null}
			<footer className={styles.foot}>
				<Button h={32} variant="default" mr="auto" leftSection={<Icon name="folder" size={14} />} onClick={reveal}>
					{t('exporting.done.reveal')}
				</Button>
				<Button h={32} variant="default" onClick={onAgain}>
					{t('exporting.again')}
				</Button>
				<Button h={32} data-autofocus onClick={onClose}>
					{t('exporting.close')}
				</Button>
			</footer>
		</div>
	);
}

/** `1.2e-7`; a difference of exactly nothing is 0. */
function scientific(value: number): string {
	return value === 0 ? '0' : value.toExponential(1);
}
