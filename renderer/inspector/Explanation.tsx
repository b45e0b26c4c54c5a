import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Explanation.module.css';

/** What a layer of this kind does, for who meets it for the first time. */
export function Explanation({ definition }: { readonly definition: LayerDefinition }) {
	const { t } = useText();
	return (
		<details className={styles.details}>
			<summary>
				<Icon name="right" size={12} />
				{t('inspector.explanation.title')}
			</summary>
			<p>{t(`layer.${definition.kind}.explanation`)}</p>
		</details>
	);
}
