import { Button } from '@mantine/core';
import { catalogue } from '#shared/layers/catalogue.ts';
import { addLayerAfterSelection } from '../palette/addLayer.ts';
import { TemplateMenu } from '../palette/TemplateMenu.tsx';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './CanvasPanels.module.css';

/** What an empty canvas is for, and the first step on it. */
export function EmptyCanvas() {
	const { t } = useText();
	const source = catalogue.find((definition) => definition.endpoint === 'source');
	return (
		<section className={styles.empty} aria-labelledby="empty-canvas">
			<h2 id="empty-canvas">{t('canvas.empty.title')}</h2>
			<p>{t('canvas.empty.text')}</p>
			<div className={styles.emptyButtons}>
				{source ? (
					<Button leftSection={<Icon name="plus" size={14} />} onClick={() => addLayerAfterSelection(source.kind)}>
						{t('canvas.empty.input')}
					</Button>
				) : null}
				<TemplateMenu />
			</div>
		</section>
	);
}
