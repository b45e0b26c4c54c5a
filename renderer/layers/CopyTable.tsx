import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LayerTable } from '#shared/plan/summary.ts';
import { type TableFormat, tableText } from '#shared/plan/tableText.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { downloadFile, fileNameOf } from '../ui/download.ts';
import { copyText } from './copyText.ts';
import styles from './LayerTableTab.module.css';

const formats: readonly TableFormat[] = ['markdown', 'csv', 'latex'];
const files = {
	markdown: { ending: 'md', type: 'text/markdown' },
	csv: { ending: 'csv', type: 'text/csv' },
	latex: { ending: 'tex', type: 'application/x-tex' },
} as const satisfies Readonly<Record<TableFormat, object>>;

/** Takes the table away as text for a report or a spreadsheet. */
export function CopyTable({ table }: { readonly table: LayerTable }) {
	const { t, format } = useText();
	const [outcome, setOutcome] = useState<string | null>(null);
	const copy = (as: TableFormat): void => {
		copyText(tableText(table, as, format)).then(
			() => setOutcome(t('layers.copied', { format: message(`layers.copy.${as}`) })),
			() => setOutcome(t('layers.copyRefused')),
		);
	};
	const save = (as: TableFormat): void => {
		const name = `${fileNameOf(useDocumentStore.getState().document?.name ?? '')}-layers.${files[as].ending}`;
		downloadFile(name, files[as].type, tableText(table, as, format));
		setOutcome(t('layers.saved', { name }));
	};
	return (
		<section className={styles.copy} aria-labelledby="layers-copy">
			<p id="layers-copy">{t('layers.copy')}</p>
			{formats.map((as) => (
				<Button key={as} variant="default" size="compact-sm" fz={12} onClick={() => copy(as)}>
					{t(`layers.copy.${as}`)}
				</Button>
			))}
			<p>{t('layers.save')}</p>
			{formats.map((as) => (
				<Button
					key={as}
					variant="default"
					size="compact-sm"
					fz={12}
					aria-label={t('layers.save.label', { format: message(`layers.copy.${as}`) })}
					onClick={() => save(as)}
				>
					.{files[as].ending}
				</Button>
			))}
			<p role="status">{outcome}</p>
		</section>
	);
}
