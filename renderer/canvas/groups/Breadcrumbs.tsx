import { UnstyledButton } from '@mantine/core';
import { groupPath } from '#shared/graph/groups.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Groups.module.css';
import { showPlace } from './inside.ts';
import { useInside } from './useInside.ts';

/** The way from the whole network to the group that one looks into; each step leads back there. */
export function Breadcrumbs() {
	const { t } = useText();
	const document = useDocumentStore((state) => state.document);
	const inside = useInside();
	if (!document || !inside) return null;
	const path = groupPath(document, inside.id);
	const steps = [{ id: null, name: document.name }, ...path.slice(0, -1).map(({ id, name }) => ({ id, name }))];
	return (
		<nav className={styles.path} aria-label={t('group.path')}>
			<ol>
				{steps.map((step, index) => (
					<li key={step.id ?? ''}>
						<UnstyledButton className={styles.step} onClick={() => showPlace(step.id, groupKey(path[index]?.id ?? inside.id))}>
							{step.name}
						</UnstyledButton>
						<Icon name="right" size={12} />
					</li>
				))}
				<li aria-current="location">
					<Icon name="group" size={14} />
					{inside.name}
					{inside.repeat > 1 ? <span className={styles.times}>×{inside.repeat}</span> : null}
				</li>
			</ol>
			<kbd aria-hidden>Esc</kbd>
		</nav>
	);
}
