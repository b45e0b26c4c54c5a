import { useState } from 'react';
import type { GraphGroup } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { groupKey } from '../../view/groupKey.ts';
import { useViewStore } from '../../view/viewStore.ts';
import cards from '../LayerNode/LayerNode.module.css';

/** Letters of a name that a card shows at full size. */
const USUAL_LENGTH = 9;

/** The name on a card or a frame; a field while it is being typed. */
export function GroupName({ group }: { readonly group: GraphGroup }) {
	const isRenaming = useViewStore((state) => state.renaming === groupKey(group.id));
	if (isRenaming) return <NameInput group={group} />;
	return (
		<span className={cards.name} data-long={group.name.length > USUAL_LENGTH || undefined} title={group.name}>
			{group.name}
		</span>
	);
}

/** Gives a group another name, as one step; an empty one is left alone. */
export function renameGroup(group: GraphGroup, typed: string): void {
	const name = typed.trim();
	if (name === '' || name === group.name) return;
	useDocumentStore.getState().edit([{ kind: 'setGroup', group: group.id, changes: { name } }], {
		label: message('history.rename', { before: group.name, after: name }),
	});
}

function NameInput({ group }: { readonly group: GraphGroup }) {
	const { t } = useText();
	const set = useViewStore((state) => state.set);
	const [name, setName] = useState(group.name);
	const finish = (keep: boolean): void => {
		set({ renaming: null });
		if (keep) renameGroup(group, name);
	};
	return (
		<input
			className={`${cards.nameInput} nodrag nopan`}
			aria-label={t('group.name')}
			value={name}
			maxLength={60}
			ref={(element) => element?.focus()}
			onFocus={(event) => event.currentTarget.select()}
			onChange={(event) => setName(event.currentTarget.value)}
			onBlur={() => finish(true)}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === 'Enter') finish(true);
				if (event.key === 'Escape') finish(false);
			}}
		/>
	);
}
