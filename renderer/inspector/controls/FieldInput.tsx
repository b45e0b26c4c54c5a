import { SegmentedControl, Select, Switch } from '@mantine/core';
import { assertNever } from '#shared/assertNever.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { optionLabel } from '../fieldWords.ts';
import { readMatrix, readNumbers } from '../readNumber.ts';
import styles from './controls.module.css';
import { boxProps, type FieldInputProps, type With } from './fieldInput.ts';
import { NumberBox } from './NumberBox.tsx';
import { PairInput } from './PairInput.tsx';
import { TextBox } from './TextBox.tsx';

/** The control that a field asks for; one branch per `FieldControl.kind`, none per layer kind. */
export function FieldInput(props: FieldInputProps) {
	const { control } = props;
	const { format } = useText();
	switch (control.kind) {
		case 'integer':
			return <NumberBox {...boxProps(props)} min={control.min} max={control.max} step={1} value={props.value} onType={props.onType} />;
		case 'number':
			return (
				<NumberBox {...boxProps(props)} min={control.min} max={control.max} step={control.step} value={props.value} onType={props.onType} />
			);
		case 'pair':
			return <PairInput {...props} control={control} />;
		case 'sides':
			return <SidesInput {...props} control={control} />;
		case 'choice':
			return <ChoiceInput {...props} control={control} />;
		case 'switch':
			return (
				<div className={styles.switch}>
					<Switch
						id={props.id}
						size="sm"
						withThumbIndicator={false}
						classNames={{ input: styles.toggle, track: styles.track }}
						disabled={props.isDisabled}
						checked={props.value === true}
						onChange={(event) => props.onType(event.currentTarget.checked)}
					/>
				</div>
			);
		case 'integers':
			return (
				<TextBox
					{...boxProps(props)}
					text={Array.isArray(props.value) ? props.value.map((number) => spellPart(number, format)).join(' × ') : ''}
					onType={(text) => {
						const typed = readNumbers(text, format);
						if (typed.kind === 'value') props.onType(typed.value);
					}}
				/>
			);
		case 'matrix':
			return (
				<TextBox
					{...boxProps(props)}
					rows={4}
					text={
						Array.isArray(props.value)
							? props.value
									.map((row: unknown) =>
										[row]
											.flat()
											.map((number) => spellPart(number, format))
											.join(' '),
									)
									.join('\n')
							: ''
					}
					onType={(text) => {
						const rows = readMatrix(text, format);
						if (rows.length > 0) props.onType(rows);
					}}
				/>
			);
		default:
			return assertNever(control);
	}
}

function spellPart(value: unknown, format: Formatter): string {
	return typeof value === 'number' ? format.plain(value) : String(value);
}

const sides = ['top', 'bottom', 'left', 'right'] as const;

function SidesInput({ control, value, isMixed, ...props }: With<'sides'>) {
	const { t } = useText();
	const amounts: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null && !isMixed ? { ...value } : {};
	return (
		<div className={styles.sides}>
			{sides.map((side) => {
				const id = side === 'top' ? props.id : `${props.id}-${side}`;
				return (
					<div key={side} className={styles.side}>
						<NumberBox
							{...boxProps(props)}
							{...control}
							id={id}
							label={t('inspector.field.axis', { field: props.label, axis: t(`inspector.side.${side}`) })}
							step={1}
							value={amounts[side] ?? null}
							onType={(typed) => props.onType({ top: 0, bottom: 0, left: 0, right: 0, ...amounts, [side]: typed })}
						/>
						<span aria-hidden>{t(`inspector.side.${side}`)}</span>
					</div>
				);
			})}
		</div>
	);
}

function ChoiceInput({ control, value, isMixed, ...props }: With<'choice'>) {
	const { format } = useText();
	const data = control.options.map((option) => ({ value: option, label: optionLabel(format, props.definition, props.name, option) }));
	const shown = isMixed || typeof value !== 'string' ? null : value;
	if (control.look === 'segments') {
		return (
			<SegmentedControl
				fullWidth
				size="xs"
				radius={8}
				withItemsBorders={false}
				classNames={{ root: styles.segments, indicator: styles.indicator, label: styles.segment }}
				disabled={props.isDisabled}
				aria-label={props.label}
				data={data}
				value={shown ?? ''}
				onChange={props.onType}
			/>
		);
	}
	return (
		<Select
			id={props.id}
			size="xs"
			allowDeselect={false}
			disabled={props.isDisabled}
			maxDropdownHeight={320}
			classNames={{ input: styles.box, option: styles.option }}
			rightSection={<Icon name="down" size={12} />}
			rightSectionPointerEvents="none"
			comboboxProps={{ shadow: 'md' }}
			data={data}
			value={shown}
			placeholder={props.emptyWord}
			onChange={(option) => {
				if (option !== null) props.onType(option);
			}}
		/>
	);
}
