import type { GraphGroup } from '#shared/graph/document.ts';
import { findNode } from '#shared/graph/query.ts';
import type { GroupFacts } from '#shared/inference/groupFacts.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useCanEdit } from '../../inspector/useCanEdit.ts';
import { applyFix } from '../../problems/applyFix.ts';
import repairs from '../../problems/NodeRepairs.module.css';
import { jumpTo, nodeOf } from '../../problems/places.ts';
import { useText } from '../../text/useText.ts';

/** Inside the card of a group that does not work: what is wrong, in which layer, a way there and the first repair. */
export function GroupRepairs({ group, facts }: { readonly group: GraphGroup; readonly facts: GroupFacts }) {
	const { t, format } = useText();
	const canEdit = useCanEdit();
	const problem = facts.diagnostics.find(({ severity }) => severity === 'error');
	const node = problem ? nodeOf(problem.place) : null;
	const name = useDocumentStore(({ document }) => (document && node !== null ? findNode(document, node)?.name : undefined));
	if (!problem) return null;
	const [fix] = problem.fixes;
	return (
		<div className={repairs.message}>
			<p className={repairs.title}>{format.text(problem.title)}</p>
			{name !== undefined && <p>{t('group.problem.within', { name })}</p>}
			<div className={repairs.buttons}>
				{canEdit && fix && (
					<button
						type="button"
						className={`${repairs.repair} nodrag nopan`}
						title={fix.detail ? format.text(fix.detail) : undefined}
						onClick={(event) => {
							event.stopPropagation();
							applyFix(fix);
						}}
					>
						{format.text(fix.label)}
					</button>
				)}
				{node !== null && (
					<button
						type="button"
						className={`${repairs.repair} nodrag nopan`}
						aria-label={`${t('group.show')}: ${name ?? group.name}`}
						onClick={(event) => {
							event.stopPropagation();
							jumpTo(node);
						}}
					>
						{t('group.show')}
					</button>
				)}
			</div>
		</div>
	);
}
