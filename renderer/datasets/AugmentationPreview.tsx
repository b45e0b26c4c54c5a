import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import { isMapShape } from '#shared/tensor/shape.ts';
import { type Augmentation, isAugmenting } from '#shared/training/augmentation/catalogue.ts';
import { useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { Picture } from '../ui/Picture.tsx';
import styles from './Augmentation.module.css';
import { useAugmented } from './useAugmented.ts';

const SAMPLES = 4;
const EPOCHS = 5;

/** Real samples beside what the network will see of them, epoch by epoch, live as the settings change. */
export function AugmentationPreview({
	description,
	augmentation,
	seed,
}: {
	readonly description: DatasetDescription;
	readonly augmentation: Augmentation;
	readonly seed: number;
}) {
	const { t } = useText();
	const [page, setPage] = useState(0);
	const inputShape = useInference()?.inputShape ?? null;
	const pages = Math.max(1, Math.floor(description.counts.train / SAMPLES));
	const { answer, isCurrent } = useAugmented({
		reference: description.reference,
		size: inputShape && isMapShape(inputShape) ? [...inputShape] : null,
		augmentation,
		seed,
		offset: (page % pages) * SAMPLES,
		count: SAMPLES,
		epochs: EPOCHS,
	});
	const epochs = Array.from({ length: EPOCHS }, (_, epoch) => epoch + 1);
	const labelOf = (label: number): string => description.classes[label] ?? String(label);
	return (
		<figure className={styles.preview} aria-label={t('augmentation.preview.title')} aria-busy={!isCurrent}>
			<figcaption>
				<span>{t('augmentation.preview.title')}</span>
				<Button variant="subtle" size="compact-xs" onClick={() => setPage((page + 1) % pages)}>
					{t('augmentation.preview.others')}
				</Button>
			</figcaption>
			<table>
				<thead>
					<tr>
						<th scope="col">{t('augmentation.preview.original')}</th>
						{epochs.map((number) => (
							<th key={number} scope="col" aria-label={t('augmentation.preview.epoch', { number })}>
								{number === 1 ? t('augmentation.preview.epoch', { number }) : number}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{answer
						? answer.samples.map(({ index, label, pixels, changed }) => (
								<tr key={index}>
									<td>
										<Picture pixels={pixels} label={t('augmentation.preview.sample', { label: labelOf(label), number: index + 1 })} />
									</td>
									{changed.map((picture, epoch) => (
										// biome-ignore lint/suspicious/noArrayIndexKey: the place is the epoch
										<td key={epoch}>
											<Picture
												pixels={picture}
												label={t('augmentation.preview.changed', { label: labelOf(label), number: index + 1, epoch: epoch + 1 })}
											/>
										</td>
									))}
								</tr>
							))
						: Array.from({ length: SAMPLES }, (_, row) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: places that wait for a picture have nothing but their order
								<tr key={row}>
									{Array.from({ length: EPOCHS + 1 }, (_, place) => (
										// biome-ignore lint/suspicious/noArrayIndexKey: as above
										<td key={place} />
									))}
								</tr>
							))}
				</tbody>
			</table>
			{isAugmenting(augmentation) ? null : <p>{t('augmentation.preview.off')}</p>}
			{augmentation.mixup === undefined ? null : <p>{t('augmentation.preview.mixup')}</p>}
		</figure>
	);
}
