import { memo } from 'react';
import type { Region } from '#shared/picture/regions.ts';
import { useText } from '../text/useText.ts';
import styles from './Regions.module.css';
import { ViewLayer } from './ViewLayer.tsx';

/** Base and head as quiet backgrounds behind their cards, each with what it does and costs. */
export const Regions = memo(function Regions({ regions }: { readonly regions: readonly Region[] }) {
	if (regions.length === 0) return null;
	return (
		<ViewLayer>
			{regions.map((region) => (
				<section
					key={region.name}
					className={styles.region}
					style={{ transform: `translate(${region.x}px, ${region.y}px)`, width: region.width, height: region.height }}
				>
					<Caption region={region} />
				</section>
			))}
		</ViewLayer>
	);
});

function Caption({ region }: { readonly region: Region }) {
	const { t, format } = useText();
	const weights = t('canvas.node.weights', { count: region.weights, formatted: format.count(region.weights) });
	return (
		<h2 className={styles.caption}>
			{t(`canvas.region.${region.name}`)}
			<span>{t(`canvas.region.${region.name}.text`, { weights, share: format.percent(region.share, 0) })}</span>
		</h2>
	);
}
