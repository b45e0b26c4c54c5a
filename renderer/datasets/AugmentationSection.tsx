import { Slider, Switch } from '@mantine/core';
import { useId } from 'react';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import { message } from '#shared/text/message.ts';
import { type Augmentation, type TransformationName, transformations } from '#shared/training/augmentation/catalogue.ts';
import type { Strength } from '#shared/training/augmentation/transformation.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { useIsTraining } from '../training/trainingStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import styles from './Augmentation.module.css';
import { AugmentationPreview } from './AugmentationPreview.tsx';

/** How training images are changed at random, and what comes of it; each change is an edit of the document and can be undone. */
export function AugmentationSection({ description }: { readonly description: DatasetDescription }) {
	const { t } = useText();
	const augmentation = useDocumentStore((state) => state.document?.training.augmentation);
	const seed = useDocumentStore((state) => state.document?.seed);
	const isLocked = useIsTraining();
	if (augmentation === undefined || seed === undefined) return null;
	const count = transformations.filter(({ name }) => augmentation[name] !== undefined).length;
	return (
		<PanelSection title={t('augmentation.title')} remark={isLocked ? t('augmentation.locked') : t('augmentation.count', { count })}>
			<p className={styles.intro}>{t('augmentation.intro')}</p>
			<AugmentationPreview description={description} augmentation={augmentation} seed={seed} />
			<ul className={styles.list}>
				{transformations.map(({ name, strength }) => (
					<Row key={name} name={name} strength={strength} augmentation={augmentation} isLocked={isLocked} />
				))}
			</ul>
		</PanelSection>
	);
}

/** A switch; where it is on, the strength, and when it does harm. */
function Row({
	name,
	strength,
	augmentation,
	isLocked,
}: {
	readonly name: TransformationName;
	readonly strength: Strength;
	readonly augmentation: Augmentation;
	readonly isLocked: boolean;
}) {
	const { t } = useText();
	const help = useId();
	const spell = useSpelling(strength.unit);
	const value = augmentation[name];
	const label = t(`augmentation.${name}.label`);
	const { [name]: _own, ...others } = augmentation;
	return (
		<li className={styles.row}>
			<div className={styles.head}>
				<Switch
					size="xs"
					label={label}
					labelPosition="right"
					aria-describedby={help}
					checked={value !== undefined}
					disabled={isLocked}
					onChange={(event) => {
						const isOn = event.currentTarget.checked;
						change(isOn ? { ...others, [name]: strength.usual } : others, isOn ? 'on' : 'off', name);
					}}
				/>
				{value === undefined ? null : <output className={styles.value}>{spell(value)}</output>}
			</div>
			{value === undefined ? null : (
				<Slider
					size="sm"
					thumbLabel={t('augmentation.strength', { label })}
					thumbValueText={spell(value)}
					label={null}
					min={strength.min}
					max={strength.max}
					step={strength.step}
					value={value}
					disabled={isLocked}
					onChange={(next) => {
						const rounded = Number(next.toFixed(2));
						if (rounded !== value) change({ ...augmentation, [name]: rounded }, 'strength', name);
					}}
				/>
			)}
			<p id={help}>{t(`augmentation.${name}.help`)}</p>
			{value === undefined ? null : (
				<p className={styles.caution}>
					<Icon name="info" size={14} />
					{t(`augmentation.${name}.caution`)}
				</p>
			)}
		</li>
	);
}

function useSpelling(unit: Strength['unit']): (value: number) => string {
	const { t, format } = useText();
	return (value) => {
		if (unit === 'share') return format.percent(value, 0);
		return t(unit === 'degrees' ? 'augmentation.degrees' : 'augmentation.plain', { value });
	};
}

/** Moving a slider is one step of undo. */
function change(augmentation: Augmentation, what: 'on' | 'off' | 'strength', name: TransformationName): void {
	useDocumentStore.getState().edit([{ kind: 'setTraining', training: { augmentation } }], {
		label: message(`edit.augmentation.${what}`, { name: message(`augmentation.${name}.label`) }),
		...(what === 'strength' && { mergeKey: `augmentation.${name}` }),
	});
}
