import { Button } from '@mantine/core';
import type { GraphDocument } from '#shared/graph/document.ts';
import { findGroup, groupPath } from '#shared/graph/groups.ts';
import type { Diagnostic } from '#shared/inference/diagnostic.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { useCanEdit } from '../inspector/useCanEdit.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { applyFix } from './applyFix.ts';
import styles from './ProblemsTab.module.css';
import { diagnosticKey, jumpTo, jumpToGroup, nodeOf, waitingFor } from './places.ts';

/** All problems of the document: where each is, what happens, and its repairs. */
export function ProblemsTab() {
	const { t } = useText();
	const document = useDocumentStore((state) => state.document);
	const inference = useInference();
	if (!document || !inference || inference.diagnostics.length === 0) {
		return <EmptyNote title={t('problems.empty.title')} text={t('problems.empty.text')} />;
	}
	return (
		<table className={styles.table}>
			<thead>
				<tr>
					<th scope="col">{t('problems.column.where')}</th>
					<th scope="col">{t('problems.column.what')}</th>
					<th scope="col">{t('problems.column.repairs')}</th>
				</tr>
			</thead>
			<tbody>
				{inference.diagnostics.map((diagnostic) => (
					<ProblemRow key={diagnosticKey(diagnostic)} diagnostic={diagnostic} document={document} inference={inference} />
				))}
			</tbody>
		</table>
	);
}

interface ProblemRowProps {
	readonly diagnostic: Diagnostic;
	readonly document: GraphDocument;
	readonly inference: Inference;
}

function ProblemRow({ diagnostic, document, inference }: ProblemRowProps) {
	const { t, format } = useText();
	const canEdit = useCanEdit();
	const { severity, fixes } = diagnostic;
	const id = nodeOf(diagnostic.place);
	const node = document.nodes.find((candidate) => candidate.id === id);
	const { place } = diagnostic;
	const group = place.kind === 'group' ? findGroup(document, place.group) : undefined;
	const around = node && groupPath(document, node.group).at(-1);
	const waiting = severity === 'error' && id !== null ? waitingFor(document, inference, id) : [];
	return (
		<tr data-severity={severity}>
			<th scope="row">
				<span className={styles.where}>
					<Icon name={severity === 'note' ? 'info' : 'warn'} label={t(`problems.severity.${severity}`)} />
					{node ? (
						<button type="button" className={styles.jump} onClick={() => jumpTo(node.id)}>
							<b>{node.name}</b>
							{around ? (
								<span>{t('group.problem.within', { name: around.name })}</span>
							) : (
								node.role && <span>{t(`problems.role.${node.role}`)}</span>
							)}
						</button>
					) : group ? (
						<button type="button" className={styles.jump} onClick={() => jumpToGroup(group.id)}>
							<b>{group.name}</b>
							<span>{t('group.roledescription')}</span>
						</button>
					) : (
						<b>{t('problems.whole')}</b>
					)}
				</span>
			</th>
			<td>
				<b>{format.text(diagnostic.title)}.</b> {format.text(diagnostic.text)}
				{waiting.length > 0 && (
					<span className={styles.waiting}> {t('problems.waiting', { count: waiting.length, names: listed(waiting) })}</span>
				)}
			</td>
			<td>
				<div className={styles.fixes}>
					{fixes.map((fix, index) => (
						<Button
							key={fix.id}
							size="compact-sm"
							variant="default"
							className={index === 0 && severity === 'error' ? styles.best : undefined}
							disabled={!canEdit}
							title={fix.detail ? format.text(fix.detail) : undefined}
							onClick={() => applyFix(fix)}
						>
							{format.text(fix.label)}
						</Button>
					))}
				</div>
			</td>
		</tr>
	);
}

const MOST_NAMES = 3;

function listed(names: readonly string[]): string {
	return names.length <= MOST_NAMES ? names.join(', ') : `${names.slice(0, MOST_NAMES).join(', ')}, …`;
}
