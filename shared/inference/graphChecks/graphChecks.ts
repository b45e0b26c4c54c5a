import type { GraphCheck } from '../facts.ts';
import { checkBiasBeforeNormalization } from './biasBeforeNormalization.ts';
import { checkCycles } from './cycles.ts';
import { checkDeadEnds } from './deadEnds.ts';
import { checkDepth } from './depth.ts';
import { checkDropoutBeforeNormalization } from './dropoutBeforeNormalization.ts';
import { checkEndpoints } from './endpoints.ts';
import { checkHiddenSigmoid } from './hiddenSigmoid.ts';
import { checkMemory } from './memory.ts';
import { checkMissingInputs } from './missingInputs.ts';
import { checkNames } from './names.ts';
import { checkReceptiveField } from './receptiveField.ts';
import { checkSoftmax } from './softmax.ts';
import { checkSpareWires } from './spareWires.ts';
import { checkTrainableWeights } from './trainableWeights.ts';
import { checkUnconnected } from './unconnected.ts';

/** Every check of the graph as a whole, in the order in which their findings are listed. A new check is one file and one line. */
export const graphChecks: readonly GraphCheck[] = [
	checkEndpoints,
	checkCycles,
	checkMissingInputs,
	checkSpareWires,
	checkNames,
	checkSoftmax,
	checkTrainableWeights,
	checkMemory,
	checkHiddenSigmoid,
	checkDropoutBeforeNormalization,
	checkBiasBeforeNormalization,
	checkReceptiveField,
	checkDepth,
	checkDeadEnds,
	checkUnconnected,
];
