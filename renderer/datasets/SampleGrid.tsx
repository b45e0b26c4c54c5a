import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import { useText } from '../text/useText.ts';
import { PanelSection } from '../ui/PanelSection.tsx';
import { Picture } from '../ui/Picture.tsx';
import styles from './DataPanel.module.css';
import { useSamples } from './useSamples.ts';

const PER_CLASS = 6;
/** Longer lists are opened on demand. */
const MOST_CLASSES = 12;

/** A row of pictures per class, so that one sees what is to be told apart. */
export function SampleGrid({ description }: { readonly description: DatasetDescription }) {
	const { t } = useText();
	const [isWhole, setIsWhole] = useState(false);
	const groups = useSamples(description.reference, description.classes.length, PER_CLASS);
	const classes = isWhole ? description.classes : description.classes.slice(0, MOST_CLASSES);
	return (
		<PanelSection title={t('datasets.samples.title')}>
			<div className={styles.samples} aria-busy={groups === null}>
				{classes.map((label, index) => (
					<div key={label} className={styles.sampleRow}>
						<span title={label}>{label}</span>
						<ul aria-label={t('datasets.samples.label', { label })}>
							{(groups?.[index] ?? Array.from({ length: PER_CLASS }, () => null)).map((sample, place) =>
								sample ? (
									<li key={sample.index}>
										<Picture
											pixels={sample.pixels}
											label={sample.name ?? t('datasets.samples.picture', { label, number: sample.index + 1 })}
										/>
									</li>
								) : (
									// biome-ignore lint/suspicious/noArrayIndexKey: places that wait for a picture have nothing but their order
									<li key={place} className={styles.waiting} />
								),
							)}
						</ul>
					</div>
				))}
			</div>
			{classes.length < description.classes.length ? (
				<Button variant="subtle" size="compact-xs" onClick={() => setIsWhole(true)}>
					{t('datasets.samples.more', { count: description.classes.length })}
				</Button>
			) : null}
		</PanelSection>
	);
}
