import { useEffect, useState } from 'react';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ImportDialog.module.css';
import { importDropped, isModelName } from './importStore.ts';

/** A model file over the window may be let go anywhere. Pictures go where they are asked for. */
export function ModelDrop() {
	const host = useHost();
	const { t } = useText();
	const [isOver, setIsOver] = useState(false);
	useEffect(() => {
		const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
		const over = (event: DragEvent): void => {
			// What lies under the pointer may want the files itself; their names are told only when they are let go.
			const isOurs = !event.defaultPrevented && holdsFiles(event);
			if (isOurs) event.preventDefault();
			setIsOver(isOurs);
		};
		const leave = (event: DragEvent): void => {
			if (event.relatedTarget === null) setIsOver(false);
		};
		const drop = (event: DragEvent): void => {
			setIsOver(false);
			if (event.defaultPrevented || !holdsFiles(event)) return;
			event.preventDefault();
			const files = [...(event.dataTransfer?.files ?? [])];
			if (files.some(({ name }) => isModelName(name))) void importDropped(host, files);
		};
		window.addEventListener('dragover', over);
		window.addEventListener('dragleave', leave);
		window.addEventListener('drop', drop);
		return () => {
			window.removeEventListener('dragover', over);
			window.removeEventListener('dragleave', leave);
			window.removeEventListener('drop', drop);
		};
	}, [host]);
	if (!isOver) return null;
	return (
		<div className={styles.over} aria-hidden>
			<div>
				<Icon name="input" size={24} />
				<strong>{t('importing.drop.title')}</strong>
				<span>{t('importing.drop.text')}</span>
			</div>
		</div>
	);
}
