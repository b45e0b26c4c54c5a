import { groupKey } from '#shared/picture/groupKey.ts';
import { type Named, useNaming } from '../../document/useNaming.ts';
import { NameInput } from '../../ui/NameInput.tsx';
import { useViewStore } from '../../view/viewStore.ts';
import styles from './LayerNode.module.css';

/** Letters of a name that a card shows at full size. */
const USUAL_LENGTH = 9;

/** The name on the card of a layer or a group, or on a group's frame; a field while it is being typed. */
export function CardName({ thing }: { readonly thing: Named }) {
	const key = thing.kind === 'layer' ? thing.node.id : groupKey(thing.group.id);
	const isRenaming = useViewStore((state) => state.renaming === key);
	const set = useViewStore((state) => state.set);
	const naming = useNaming(thing);
	if (isRenaming) {
		return <NameInput {...naming} className={`${styles.nameInput} nodrag nopan`} onEnd={() => set({ renaming: null })} hasBubble />;
	}
	return (
		<span className={styles.name} data-long={naming.name.length > USUAL_LENGTH || undefined} title={naming.name}>
			{naming.name}
		</span>
	);
}
