import { useMemo, useState } from 'react';
import type { GraphNode, NodeConfig } from '#shared/graph/document.ts';
import type { Diagnostic } from '#shared/inference/diagnostic.ts';
import { fieldWord } from '#shared/layers/catalogue.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { type Message, message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ConfigForm.module.css';
import { FieldRow } from './FieldRow.tsx';
import { type ShownField, shownFields } from './fieldValue.ts';
import { useCanEdit } from './useCanEdit.ts';

interface ConfigFormProps {
	readonly definition: LayerDefinition;
	/** One node, or several of the same kind that are set together. */
	readonly nodes: readonly GraphNode[];
	readonly diagnostics: readonly Diagnostic[];
}

/** The settings of a layer, made from its fields: what fits is in the document at once, what does not never gets there. */
export function ConfigForm({ definition, nodes, diagnostics }: ConfigFormProps) {
	const { t } = useText();
	const canEdit = useCanEdit();
	const [isMoreOpen, setIsMoreOpen] = useState(false);
	const fields = useMemo(() => shownFields(definition, nodes), [definition, nodes]);
	if (fields.length === 0) return null;
	const change = (field: string, value: NodeConfig[string]): void => {
		const ids = nodes.map((node) => node.id);
		const [first] = nodes;
		useDocumentStore.getState().edit(
			ids.map((node) => ({ kind: 'setConfig', node, config: { [field]: value } })),
			{
				label: message('history.field', {
					field: fieldWord(definition, field, 'label'),
					name: first?.name ?? '',
					others: nodes.length - 1,
				}),
				mergeKey: `config ${ids.join(' ')} ${field}`,
			},
		);
	};
	const row = (shown: ShownField) => (
		<FieldRow
			key={shown.name}
			shown={shown}
			definition={definition}
			documentProblem={problemAt(diagnostics, shown.name)}
			isDisabled={!canEdit}
			onChange={change}
		/>
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
