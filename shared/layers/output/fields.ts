import { choiceField, integerField, MAX_SIZE } from '../fields.ts';
import { initializerField } from '../weightFields.ts';

export const fields = {
	task: choiceField(['classification', 'regression', 'segmentation'], 'classification', 'menu'),
	units: integerField(10, 1, MAX_SIZE),
	activation: choiceField(['softmax', 'sigmoid', 'linear'], 'softmax', 'segments'),
	/** `dense` learns the way from features to classes here; `direct` passes on what already is one number per class. */
	connection: choiceField(['dense', 'direct'], 'dense', 'segments'),
	kernelInitializer: initializerField(),
};

export type OutputFields = typeof fields;
