import type { DatasetDescription } from '../../datasets/dataset.ts';
import type { GraphDocument, GraphEdge, NodeConfig } from '../../graph/document.ts';
import { applyEdits, type Edit } from '../../graph/edit.ts';
import { chain, edgeBetween, type Step } from '../../graph/testing.ts';
import type { InferenceContext } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';

/** For tests. */
export const digits: DatasetDescription = {
	reference: { kind: 'bundled', name: 'digits' },
	title: 'Digits',
	shape: [28, 28, 1],
	classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
	counts: { train: 8000, test: 2000 },
	problems: [],
	problemCount: 0,
	credit: null,
};

/** What is said about a document, and what of it a learner reads. */
export interface Expectation {
	readonly document: GraphDocument;
	readonly context?: Partial<InferenceContext>;
	readonly severity: Diagnostic['severity'];
	/** Name of the layer it stands at; `null` for the document. */
	readonly at: string | null;
	readonly title: string;
	readonly text: string;
	/** Labels of the repairs, in order. */
	readonly fixes: readonly string[];
}

export function withEdges(document: GraphDocument, ...edges: readonly (readonly [source: string, target: string])[]): GraphDocument {
	return { ...document, edges: [...document.edges, ...edges.map(([source, target]) => edgeBetween({ id: source }, { id: target }))] };
}

function edited(document: GraphDocument, ...edits: readonly Edit[]): GraphDocument {
	return applyEdits(document, edits);
}

function unwired(document: GraphDocument, target: string): GraphDocument {
	return { ...document, edges: document.edges.filter((edge) => edge.target !== target) };
}

export const conv = (config: NodeConfig = {}): Step => ['conv2d', config];
export const classifier: readonly Step[] = [['flatten'], ['output']];

/** What the checks of the graph find wrong, by code. */
export const graphCases: Readonly<Record<string, Expectation>> = {
	noInput: {
		document: chain(['conv2d'], ...classifier),
		severity: 'error',
		at: null,
		title: 'No input',
		text: 'A network needs an input, where the images come in.',
		fixes: ['Add an input'],
	},
	noOutput: {
		document: chain(['input'], conv()),
		severity: 'error',
		at: null,
		title: 'No output',
		text: 'A network needs an output, where its answer is compared with the right one.',
		fixes: ['Add an output after conv 1'],
	},
	severalInputs: {
		document: edited(chain(['input'], ...classifier), {
			kind: 'addNode',
			node: { id: 'second', kind: 'input', name: 'other', config: {}, position: { x: 0, y: 400 } },
		}),
		severity: 'error',
		at: 'other',
		title: 'A second input',
		text: 'The images come in at input. other would need data of its own: delete it.',
		fixes: ['Delete other'],
	},
	severalOutputs: {
		document: withEdges(
			edited(chain(['input'], ...classifier), {
				kind: 'addNode',
				node: { id: 'second', kind: 'output', name: 'other', config: {}, position: { x: 0, y: 400 } },
			}),
			['flatten-1', 'second'],
		),
		severity: 'error',
		at: 'other',
		title: 'A second output',
		text: 'The answer is taken from output, and the task has one answer. Delete other.',
		fixes: ['Delete other'],
	},
	cycle: {
		document: {
			...chain(['input'], ['add'], conv(), ['activation'], ...classifier),
			edges: [
				...chain(['input'], ['add'], conv(), ['activation'], ...classifier).edges,
				edgeBetween({ id: 'activation-1' }, { id: 'add-1' }),
			],
		},
		severity: 'error',
		at: 'add 1',
		title: 'A loop',
		text: 'Each of these waits for the one before it: add 1 → conv 1 → activation 1 → add 1. Data flows from the input to the output, so a wire must be cut.',
		fixes: ['Cut the wire from activation 1 to add 1'],
	},
	missingInput: {
		document: unwired(chain(['input'], conv(), ...classifier), 'flatten-1'),
		severity: 'error',
		at: 'flatten',
		title: 'Nothing comes in',
		text: 'flatten has no wire at its input. Draw one from an earlier layer.',
		fixes: ['Connect after conv 1'],
	},
	tooManyWires: {
		document: withEdges(chain(['input'], conv(), ...classifier), ['input-1', 'flatten-1']),
		severity: 'error',
		at: 'flatten',
		title: 'Too many wires',
		text: 'flatten takes one wire here, from conv 1. The one from input carries nothing.',
		fixes: ['Remove the wire from input'],
	},
	unknownPort: {
		document: {
			...chain(['input'], conv(), ...classifier),
			edges: [
				...chain(['input'], conv(), ...classifier).edges,
				{ source: 'input-1', sourcePort: 'out', target: 'flatten-1', targetPort: 'side' } satisfies GraphEdge,
			],
		},
		severity: 'error',
		at: 'flatten',
		title: 'A wire without a port',
		text: 'The wire from input ends at a port “side” that flatten does not have.',
		fixes: ['Remove the wire from input'],
	},
	duplicateName: {
		document: edited(chain(['input'], conv(), conv(), ...classifier), { kind: 'setNode', node: 'conv2d-2', changes: { name: 'conv 1' } }),
		severity: 'error',
		at: 'conv 1',
		title: 'The name is taken',
		text: 'Another layer is called “conv 1” already. Exported models need a name of its own for each layer.',
		fixes: ['Rename to conv 2'],
	},
	unknownKind: {
		document: chain(['input'], ['mystery']),
		severity: 'error',
		at: 'mystery 1',
		title: 'Unknown kind of layer',
		text: 'This version does not know the kind “mystery”. It is kept as it is, but cannot be trained. Open the document with a newer version, or delete the layer.',
		fixes: [],
	},
	badConfig: {
		document: chain(['input'], conv({ filters: 0 }), ...classifier),
		severity: 'error',
		at: 'conv 1',
		title: 'Filters: another value is needed',
		text: 'Filters of conv 1. Needs at least 1, but got 0.',
		fixes: ['Reset Filters'],
	},
	unconnected: {
		document: unwired(chain(['input'], ...classifier, ['dropout']), 'dropout-1'),
		severity: 'note',
		at: 'dropout 1',
		title: 'Not connected',
		text: 'dropout 1 is not connected: it is left out of training.',
		fixes: ['Delete dropout 1'],
	},
	deadEnd: {
		document: {
			...chain(['input'], ...classifier, ['dropout']),
			edges: [...chain(['input'], ...classifier).edges, edgeBetween({ id: 'input-1' }, { id: 'dropout-1' })],
		},
		severity: 'note',
		at: 'dropout 1',
		title: 'Leads nowhere',
		text: 'Nothing takes what dropout 1 gives: it is left out of training. Wire it on, or delete it.',
		fixes: ['Delete dropout 1'],
	},
	noTrainableWeights: {
		document: edited(chain(['input'], ...classifier), { kind: 'setNode', node: 'output-1', changes: { frozen: true } }),
		severity: 'error',
		at: null,
		title: 'Nothing to learn',
		text: 'All 7,850 weights are frozen, so training could change nothing.',
		fixes: ['Let them learn'],
	},
	softmaxTwice: {
		document: chain(['input'], ['flatten'], ['dense', { units: 10, activation: 'softmax' }], ['output', { connection: 'direct' }]),
		severity: 'error',
		at: 'dense 1',
		title: 'Softmax twice',
		text: 'output makes probabilities with softmax, and dense 1 does so before it. A second softmax squeezes them together: even a sure answer would look unsure, and learning slows down.',
		fixes: ['Use linear in dense 1'],
	},
	softmaxHidden: {
		document: chain(['input'], ['flatten'], ['dense', { activation: 'softmax' }], ['output']),
		severity: 'warning',
		at: 'dense 1',
		title: 'Softmax inside the network',
		text: 'Softmax lets the values compete until they add up to 1, which is what an answer needs. Inside, it holds back what dense 1 has found. Use relu there.',
		fixes: ['Use relu'],
	},
	hiddenSigmoid: {
		document: chain(['input'], conv({ activation: 'sigmoid' }), ...classifier),
		severity: 'warning',
		at: 'conv 1',
		title: 'Sigmoid inside the network',
		text: 'Sigmoid is at most 1⁄4 steep, so at conv 1 the correction that flows back shrinks to a quarter or less; after a few layers nothing is left of it. Inside the network use relu.',
		fixes: ['Use relu'],
	},
	dropoutBeforeNormalization: {
		document: chain(['input'], conv(), ['dropout'], ['batchNorm'], ...classifier),
		severity: 'warning',
		at: 'norm 1',
		title: 'Dropout just before it',
		text: 'dropout 1 makes the values vary more in training than afterwards, and norm 1 learns that spread. When the network answers, it is wrong. Put the dropout behind the normalization.',
		fixes: ['Put dropout 1 behind norm 1', 'Mute dropout 1'],
	},
	biasBeforeNormalization: {
		document: chain(['input'], conv({ activation: 'linear', filters: 24 }), ['batchNorm'], ...classifier),
		severity: 'note',
		at: 'conv 1',
		title: 'The bias has no effect',
		text: 'norm 1 takes the mean away from every channel, and with it the bias of conv 1: 24 weights without effect.',
		fixes: ['Leave out the bias'],
	},
	fieldTooSmall: {
		document: chain(['input'], conv({ kernelSize: [5, 5] }), ['globalAveragePool2d'], ['output']),
		severity: 'note',
		at: 'global average',
		title: 'Sees too little',
		text: 'Each value that global average averages has seen 5 × 5 pixels of 28 × 28, less than half of the picture. Larger things are seen in parts only: add layers, strides or pooling before it.',
		fixes: [],
	},
	fieldTooLarge: {
		document: chain(['input', { height: 8, width: 8 }], ...Array.from({ length: 9 }, () => conv()), ['globalAveragePool2d'], ['output']),
		severity: 'note',
		at: 'global average',
		title: 'Sees more than there is',
		text: 'Each value that global average averages looks at 19 × 19 pixels, more than twice the picture of 8 × 8. Much of that is padding: fewer layers may do as well.',
		fixes: [],
	},
	deepWithoutShortcuts: {
		document: chain(['input'], ...Array.from({ length: 20 }, () => conv({ filters: 2 })), ...classifier),
		severity: 'warning',
		at: 'output',
		title: 'Deep without shortcuts',
		text: '21 layers with weights follow each other up to output. Beyond about 20 the correction that flows back gets lost and deeper networks learn worse. Lead shortcuts around pairs of layers with add.',
		fixes: [],
	},
	memoryOverBudget: {
		// Activations (784 + 25,088 + 25,088 + 10) values × 4 bytes × 2 × 1,024 images, weights 251,210 × 4 × 4 bytes.
		document: edited(chain(['input'], conv({ filters: 32 }), ...classifier), {
			kind: 'setTraining',
			training: { batchSize: 1024 },
		}),
		context: { memoryBudget: 100_000_000 },
		severity: 'error',
		at: 'conv 1',
		title: 'More memory than there is',
		text: '',
		fixes: ['Train 128 images at a time'],
	},
	datasetShapeDiffers: {
		document: chain(['input', { height: 32, width: 32 }], ...classifier),
		context: { dataset: digits },
		severity: 'error',
		at: 'input',
		title: 'The data has another size',
		text: 'The samples of “Digits” are 28 × 28 × 1, but this input is set to 32 × 32 × 1.',
		fixes: ['Take the size of the data'],
	},
	classCountDiffers: {
		document: chain(['input'], ['flatten'], ['output', { units: 4 }]),
		context: { dataset: digits },
		severity: 'error',
		at: 'output',
		title: 'The data has 10 classes',
		text: '“Digits” has 10 classes, but the output answers with 4 numbers.',
		fixes: ['Set 10 classes'],
	},
};
