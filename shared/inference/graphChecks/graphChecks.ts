import type { GraphCheck, NodeCheck } from '../facts.ts';
import { checkBiasBeforeNormalization } from './biasBeforeNormalization.ts';
import { checkCycles } from './cycles.ts';
import { checkDeadEnds } from './deadEnds.ts';
import { checkDepth } from './depth.ts';
import { checkDropoutBeforeNormalization } from './dropoutBeforeNormalization.ts';
import { checkEndpoints } from './endpoints.ts';
import { checkHiddenSigmoid } from './hiddenSigmoid.ts';
import { checkMemory } from './memory.ts';
import { checkMissingInputs } from './missingInputs.ts';
import { checkMuted } from './muted.ts';
import { checkNames } from './names.ts';
import { checkReceptiveField } from './receptiveField.ts';
import { checkRepeats } from './repeats.ts';
import { checkSoftmax } from './softmax.ts';
import { checkSpareWires } from './spareWires.ts';
import { checkTrainableWeights } from './trainableWeights.ts';
import { checkUnconnected } from './unconnected.ts';

/** Every check of the graph as a whole, in the order in which their findings are listed. A new check is one file and one line. */
export const graphChecks: readonly GraphCheck[] = [
	{ trigger: 'structure', run: checkEndpoints },
	{ trigger: 'structure', run: checkCycles },
	{ trigger: 'structure', run: checkMissingInputs },
	{ trigger: 'structure', run: checkSpareWires },
	{ trigger: 'names', run: checkNames },
	{ trigger: 'anything', run: checkRepeats },
	{ trigger: 'anything', run: checkTrainableWeights },
	{ trigger: 'anything', run: checkMemory },
	{ trigger: 'structure', isSettled: true, run: checkDepth },
	{ trigger: 'structure', run: checkDeadEnds },
	{ trigger: 'structure', run: checkUnconnected },
];

/** Every check of a node among its neighbours, in the order in which their findings are listed. */
export const nodeChecks: readonly NodeCheck[] = [
	checkMuted,
	checkSoftmax,
	checkHiddenSigmoid,
	checkDropoutBeforeNormalization,
	checkBiasBeforeNormalization,
	checkReceptiveField,
];
