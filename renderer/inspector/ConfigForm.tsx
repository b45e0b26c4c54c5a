import { useMemo, useState } from 'react';
import type { GraphNode, NodeConfig } from '#shared/graph/document.ts';
import type { Diagnostic } from '#shared/inference/diagnostic.ts';
import { fieldWord } from '#shared/layers/catalogue.ts';
import { type Message, message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ConfigForm.module.css';
import { FieldRow } from './FieldRow.tsx';
import { type ShownField, setField, shownFields } from './fieldValue.ts';
import { useCanEdit } from './useCanEdit.ts';

interface ConfigFormProps {
	/** One node, or several that are set together; of different kinds, what these have in common. */
	readonly nodes: readonly GraphNode[];
	readonly diagnostics: readonly Diagnostic[];
}

/** The settings of layers, made from their fields: what fits is in the document at once, what does not never gets there. */
export function ConfigForm({ nodes, diagnostics }: ConfigFormProps) {
	const { t } = useText();
	const canEdit = useCanEdit();
	const [isMoreOpen, setIsMoreOpen] = useState(false);
	const fields = useMemo(() => shownFields(nodes), [nodes]);
	if (fields.length === 0) return null;
	const change = (shown: ShownField, value: NodeConfig[string]): void => {
		const ids = nodes.map((node) => node.id);
		const [first] = nodes;
		useDocumentStore.getState().edit(setField(nodes, shown, value), {
			label: message('history.field', {
				field: fieldWord(shown.owners[0].definition, shown.name, 'label'),
				name: first?.name ?? '',
				others: nodes.length - 1,
			}),
			mergeKey: `config ${ids.join(' ')} ${shown.name}`,
		});
	};
	const row = (shown: ShownField) => (
		<FieldRow key={shown.name} shown={shown} documentProblem={problemAt(diagnostics, shown.name)} isDisabled={!canEdit} onChange={change} />
	);
	const advanced = fields.filter(({ field }) => field.isAdvanced);
	return (
		<section className={styles.section} aria-label={t('inspector.form.label')}>
			{!canEdit && <p className={styles.locked}>{t('inspector.form.locked')}</p>}
			<div className={styles.fields}>{fields.filter(({ field }) => !field.isAdvanced).map(row)}</div>
			{advanced.length > 0 && (
				<>
					<button type="button" className={styles.more} aria-expanded={isMoreOpen} onClick={() => setIsMoreOpen(!isMoreOpen)}>
						<Icon name={isMoreOpen ? 'down' : 'right'} size={12} />
						{t('inspector.form.more', { count: advanced.length })}
					</button>
					{isMoreOpen && <div className={styles.fields}>{advanced.map(row)}</div>}
				</>
			)}
		</section>
	);
}

/** What the document says about a field; only errors, the rest stands in the box above. */
function problemAt(diagnostics: readonly Diagnostic[], field: string): Message | null {
	const found = diagnostics.find(({ severity, place }) => severity === 'error' && place.kind === 'node' && place.field === field);
	return found?.title ?? null;
}
