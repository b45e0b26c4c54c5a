import { type Named, useNaming } from '../document/useNaming.ts';
import { NameInput } from '../ui/NameInput.tsx';
import styles from './LayerHeader.module.css';
import { useCanEdit } from './useCanEdit.ts';

/** The name of a layer or group in the panel. */
export function NameBox({ thing }: { readonly thing: Named }) {
	return <NameInput {...useNaming(thing)} className={styles.name} isDisabled={!useCanEdit()} />;
}
