import { Tooltip, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/useText.ts';
import styles from './controls.module.css';
import { boxProps, type With } from './fieldInput.ts';
import { NumberBox } from './NumberBox.tsx';

/**
 * Two boxes with × between; the value is height first, the screen width first as in "a × b". As most windows and steps are square,
 * one number sets both until the × is pressed, or they differ.
 */
export function PairInput({ control, value, isMixed, ...props }: With<'pair'>) {
	const { t } = useText();
	const [isApart, setApart] = useState(false);
	const [height, width] = Array.isArray(value) && !isMixed ? (value as unknown[]) : [null, null];
	const isSquare = !isApart && height === width;
	const box = { ...boxProps(props), ...control, step: 1 };
	const press = (): void => {
		setApart(isSquare);
		if (!isSquare && height !== width) props.onType([width, width]);
	};
	const words = t(isSquare ? 'inspector.field.square' : 'inspector.field.apart');
	return (
		<div className={styles.row}>
			<NumberBox
				{...box}
				label={t('inspector.field.axis', { field: props.label, axis: t('inspector.axis.width') })}
				value={width}
				onType={(typed) => props.onType([isSquare ? typed : (height ?? typed), typed])}
			/>
			<Tooltip label={words} openDelay={400} multiline maw={200} position="bottom">
				<UnstyledButton
					className={styles.times}
					aria-label={t('inspector.field.link', { field: props.label })}
					aria-pressed={isSquare}
					aria-description={words}
					disabled={props.isDisabled}
					onClick={press}
				>
					×
				</UnstyledButton>
			</Tooltip>
			<NumberBox
				{...box}
				id={undefined}
				label={t('inspector.field.axis', { field: props.label, axis: t('inspector.axis.height') })}
				value={height}
				onType={(typed) => props.onType([typed, isSquare ? typed : (width ?? typed)])}
			/>
		</div>
	);
}
