import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { FieldControl } from '#shared/layers/fields.ts';

/** What every control gets; `onType` takes whatever was typed, the form judges it by the field's schema. */
export interface FieldInputProps {
	readonly id: string;
	/** Layer kind and field, for the words of options. */
	readonly definition: LayerDefinition;
	readonly name: string;
	readonly label: string;
	readonly control: FieldControl;
	readonly value: unknown;
	readonly isMixed: boolean;
	/** Shown in an empty control: the selected layers differ, or the layer decides by itself. */
	readonly emptyWord: string;
	readonly isRefused: boolean;
	readonly isDisabled: boolean;
	readonly describedBy?: string;
	readonly onType: (value: unknown) => void;
}

/** The props of a control for one kind of field. */
export type With<Kind extends FieldControl['kind']> = FieldInputProps & {
	readonly control: Extract<FieldControl, { readonly kind: Kind }>;
};

/** What a box for one number or text takes of them. */
export function boxProps({
	id,
	isRefused,
	describedBy,
	emptyWord,
}: Pick<FieldInputProps, 'id' | 'isRefused' | 'describedBy' | 'emptyWord'>) {
	return { id, isRefused, ...(describedBy === undefined ? {} : { describedBy }), placeholder: emptyWord };
}
