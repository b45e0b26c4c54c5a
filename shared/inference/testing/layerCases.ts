import type { GraphDocument } from '../../graph/document.ts';
import { applyEdit } from '../../graph/edit.ts';
import { chain, type Step } from '../../graph/testing.ts';
import { classifier, conv, type Expectation, withEdges } from './diagnosticCases.ts';

/** For tests: a map of a size into one layer, and a classifier behind it. */
function only(step: Step, height = 6, width = 6, channels = 3): GraphDocument {
	return chain(input(height, width, channels), step, ...classifier);
}

function input(height: number, width: number, channels: number): Step {
	return ['input', { height, width, channels }];
}

/** A second way from the input into the third node. */
function withBranch(document: GraphDocument, step: Step): GraphDocument {
	const made = chain(['input'], step).nodes[1];
	const target = document.nodes[2];
	if (!made || !target) throw new Error('a branch needs a node to end in');
	const branch = { ...made, id: 'branch', name: 'branch' };
	return withEdges({ ...document, nodes: [...document.nodes, branch] }, ['input-1', branch.id], [branch.id, target.id]);
}

/** A map of 8 × 8 × 4 through two layers side by side, which are joined. */
function joined(kind: string, first: Step, second: Step): GraphDocument {
	return withBranch(chain(input(8, 8, 4), first, [kind], ...classifier), second);
}

function grouped(document: GraphDocument, members: readonly string[], repeat = 3): GraphDocument {
	return {
		...document,
		nodes: document.nodes.map((node) => (members.includes(node.id) ? { ...node, group: 'g' } : node)),
		groups: [{ id: 'g', name: 'block', position: { x: 0, y: 0 }, repeat, collapsed: false }],
	};
}

function strict(document: GraphDocument): GraphDocument {
	return applyEdit(document, { kind: 'setSettings', settings: { fractions: 'strict' } });
}

function mute(document: GraphDocument, node: string): GraphDocument {
	return applyEdit(document, { kind: 'setNode', node, changes: { muted: true } });
}

/** What layers and groups find wrong, by code; the numbers follow from the sizes in the document. */
export const layerCases: Readonly<Record<string, Expectation>> = {
	needsMap: {
		document: chain(['input'], ['flatten'], conv(), ...classifier),
		severity: 'error',
		at: 'conv 1',
		title: 'Needs a map',
		text: 'flatten hands it a vector of 784 numbers. conv 1 works on rows, columns and channels, which a vector does not have: connect it before the maps are flattened.',
		fixes: ['Insert reshape to 28 × 28 × 1', 'Insert reshape to 1 × 1 × 784'],
	},
	needsVector: {
		document: chain(['input'], conv({ filters: 16 }), ['dense', { units: 120 }], ['output']),
		severity: 'error',
		at: 'dense 1',
		title: 'Needs a vector',
		text: 'conv 1 hands it a map: 28 rows, 28 columns, 16 channels. dense 1 takes one row of numbers, so the map has to become a vector first.',
		fixes: ['Insert flatten', 'Insert global average'],
	},
	windowTooLarge: {
		document: only(conv({ kernelSize: [5, 5], padding: 'valid' }), 2, 2),
		severity: 'error',
		at: 'conv 1',
		title: 'Window larger than the map',
		text: 'The 5 × 5 window does not fit into a 2 × 2 map. Use a smaller window, or padding “same”.',
		fixes: ['Use padding “same”', 'Shrink the window'],
	},
	windowOnlyPadding: {
		document: only(['maxPool2d', { poolSize: [2, 2], padding: 'explicit', pad: { top: 2, bottom: 2, left: 0, right: 0 } }]),
		severity: 'error',
		at: 'pool 1',
		title: 'A window sees padding alone',
		text: 'With 2 rows of padding and a window of 2 rows, some windows lie beside the map altogether. Pooling leaves padding out, so there would be nothing to choose from.',
		fixes: ['Use padding “same”', 'Take the padding away'],
	},
	remainder: {
		document: only(conv({ kernelSize: [3, 3], strides: [3, 3], padding: 'valid' }), 10, 10),
		severity: 'warning',
		at: 'conv 1',
		title: 'Part of the map is never seen',
		text: 'A stride of 3 × 3 does not go evenly into the way of the window: the last row and column of the map are never looked at.',
		fixes: ['Pad to fit', 'Use padding “same”'],
	},
	remainderStrict: {
		document: strict(only(conv({ kernelSize: [3, 3], strides: [3, 3], padding: 'valid' }), 10, 10)),
		severity: 'error',
		at: 'conv 1',
		title: 'The stride does not go evenly',
		text: '7 / 3 across and 7 / 3 down is not a whole number of steps: the last window would lie partly outside. This document allows no fractions.',
		fixes: ['Pad to fit', 'Use padding “same”'],
	},
	preserveEven: {
		document: only(conv({ kernelSize: [4, 4], padding: 'preserve' })),
		severity: 'warning',
		at: 'conv 1',
		title: 'An even window cannot keep the size',
		text: 'With the same zeros on both sides, 6 rows become 7 and 6 columns 7, because the window is 4 rows high and 4 columns wide. P = (F − 1) / 2 is a whole number for odd windows alone.',
		fixes: ['Use padding “same”', 'Make the window odd'],
	},
	preserveMostlyZeros: {
		document: only(conv({ kernelSize: [3, 3], strides: [2, 2], padding: 'preserve' })),
		severity: 'warning',
		at: 'conv 1',
		title: '82% of the padded map are zeros',
		text: 'To keep the size at a stride of 2 × 2, 4 rows and 4 columns of zeros are put at each side: most windows see nothing of the picture.',
		fixes: ['Use padding “same”', 'Use stride 1'],
	},
	onePixelMap: {
		document: only(conv(), 1, 1),
		severity: 'warning',
		at: 'conv 1',
		title: 'The map is one pixel',
		text: 'The window of 3 rows and 3 columns sees a single pixel, and padding around it. Nothing is left to look for: the map has shrunk too early.',
		fixes: ['Use a 1 × 1 window'],
	},
	groupsDoNotDivide: {
		document: only(conv({ filters: 8, groups: 4 }), 6, 6, 6),
		severity: 'error',
		at: 'conv 1',
		title: '4 groups do not divide evenly',
		text: 'Every group takes an equal share of the channels, but 6 channels cannot be split into 4.',
		fixes: ['Use 2 groups'],
	},
	shapesDiffer: {
		document: joined('add', conv({ filters: 8 }), conv({ filters: 4 })),
		severity: 'error',
		at: 'add 1',
		title: 'Branches differ in size',
		text: 'Wire 2 brings 8 × 8 × 4, wire 1 brings 8 × 8 × 8. Values are joined place by place, so every size must be equal, or 1 where one value serves all.',
		fixes: ['Insert a 1 × 1 convolution', 'Insert zero channels', 'Concatenate instead'],
	},
	concatenateMismatch: {
		document: joined('concatenate', conv({ strides: [2, 2] }), conv()),
		severity: 'error',
		at: 'concat 1',
		title: 'Branches do not line up',
		text: 'Wire 2 brings 8 × 8 × 32, wire 1 brings 4 × 4 × 32. To be stacked along the channels, all other sizes must be equal.',
		fixes: ['Insert a 1 × 1 convolution'],
	},
	axisMissing: {
		document: withBranch(chain(['input'], ['flatten'], ['concatenate', { axis: 'height' }], ['output']), ['flatten']),
		severity: 'error',
		at: 'concat 1',
		title: 'A vector has one axis',
		text: 'Vectors have neither height nor width: they can only be put one behind the other, which is what channels does.',
		fixes: ['Stack along channels'],
	},
	cropsEverything: {
		document: only(['cropping2d', { crop: { top: 3, bottom: 3, left: 0, right: 0 } }]),
		severity: 'error',
		at: 'crop 1',
		title: 'Nothing is left',
		text: 'Of 6 rows, 6 are cut off. At least one must stay.',
		fixes: ['Cut less off', 'Cut nothing off'],
	},
	nothingLeft: {
		document: only(
			['conv2dTranspose', { kernelSize: [2, 2], strides: [1, 1], padding: 'explicit', pad: { top: 2, bottom: 2, left: 2, right: 2 } }],
			1,
			1,
		),
		severity: 'error',
		at: 'transposed 1',
		title: 'Nothing is left',
		text: 'After cutting, the output would have -2 rows and -2 columns. Cut off less.',
		fixes: ['Cut nothing off'],
	},
	outputPaddingTooLarge: {
		document: only(['conv2dTranspose', { strides: [2, 2], outputPadding: [2, 2] }]),
		severity: 'error',
		at: 'transposed 1',
		title: 'Output padding reaches the stride',
		text: 'Output padding tells sizes apart that the stride makes one, so it is smaller than the stride: at most 1 across and 1 down.',
		fixes: ['Choose it automatically'],
	},
	reshapeCount: {
		document: chain(['input'], ['reshape', { targetShape: [100] }], ['output']),
		severity: 'error',
		at: 'reshape 1',
		title: 'The number of values changes',
		text: 'input hands it 28 × 28 × 1, which are 784 values; 100 would hold 100 values.',
		fixes: ['Reshape to 784'],
	},
	notAPermutation: {
		document: only(['permute', { dims: [1, 1, 3] }]),
		severity: 'error',
		at: 'permute 1',
		title: 'Every axis once',
		text: 'What comes in has 3 axes, so the order must have each number from 1 to 3 once; it is 1 1 3.',
		fixes: ['Keep the order'],
	},
	deviationNotPositive: {
		document: only(['normalization', { deviation: [[0]] }]),
		severity: 'error',
		at: 'normalize 1',
		title: 'Divides by nothing',
		text: 'A standard deviation is above 0; 0 would divide by nothing, or turn the values round.',
		fixes: ['Divide by 1'],
	},
	countDiffers: {
		document: only(['normalization', { mean: [[1, 2]], deviation: [[1, 2]] }]),
		severity: 'error',
		at: 'normalize 1',
		title: 'One number, or one per channel',
		text: '2 numbers stand here, but 3 channels come in.',
		fixes: ['Use one for all'],
	},
	subtractTwo: {
		document: withEdges(joined('subtract', conv({ filters: 4 }), conv({ filters: 4 })), ['input-1', 'subtract-1']),
		severity: 'error',
		at: 'subtract 1',
		title: 'Two branches, no more',
		text: '3 wires come in. One branch is taken from one other: for more, put a second subtract behind this one, or add the others up first.',
		fixes: [],
	},
	unitsDiffer: {
		document: chain(['input'], ['flatten'], ['dense', { units: 7 }], ['output', { units: 10, connection: 'direct' }]),
		severity: 'error',
		at: 'output',
		title: 'As many numbers as classes',
		text: 'A direct output passes on what comes in: 7 numbers for 10 classes.',
		fixes: ['Use own weights', 'Set 7 classes'],
	},
	softmaxOfOne: {
		document: chain(['input'], ['flatten'], ['output', { units: 1 }]),
		severity: 'error',
		at: 'output',
		title: 'Softmax of one number',
		text: 'Softmax makes its numbers add up to 1, so a single one is always 1. For a yes or no with one number take sigmoid.',
		fixes: ['Use sigmoid'],
	},
	activationForTask: {
		document: chain(['input'], ['flatten'], ['output', { task: 'regression', activation: 'softmax' }]),
		severity: 'warning',
		at: 'output',
		title: 'softmax does not fit the task',
		text: 'A value to estimate has no bounds, but softmax keeps it between 0 and 1. Take linear unless your values lie there.',
		fixes: ['Use linear'],
	},
	mutedEndpoint: {
		document: mute(chain(['input'], ...classifier), 'output-1'),
		severity: 'note',
		at: 'output',
		title: 'Cannot be muted',
		text: 'output is muted, but the network cannot do without it: it works all the same.',
		fixes: ['Let output work'],
	},
	mutedSize: {
		document: mute(chain(['input'], conv(), ['flatten'], ['dense'], ['output']), 'flatten-1'),
		severity: 'warning',
		at: 'flatten',
		title: 'Muted, and missed',
		text: 'flatten is muted, so 28 × 28 × 32 goes on instead of 25,088. That is where dense 1 fails: mute layers that keep the size, or let flatten work again.',
		fixes: ['Let flatten work'],
	},
	repeatEndpoint: {
		document: grouped(chain(['input'], conv(), ...classifier), ['conv2d-1', 'flatten-1', 'output-1']),
		severity: 'error',
		at: null,
		title: 'Cannot be repeated',
		text: 'block is there 3 times, but output can be in a network only once. Take it out of the group, or keep a single copy.',
		fixes: ['Keep a single copy'],
	},
	repeatSize: {
		document: grouped(chain(['input'], conv({ filters: 8 }), conv({ filters: 8, padding: 'valid' }), ...classifier), ['conv2d-2']),
		severity: 'error',
		at: null,
		title: 'The copies do not fit together',
		text: 'block takes 28 × 28 × 8 and gives 26 × 26 × 8. Each of its 3 copies feeds the next one, so what goes out must have the size of what comes in.',
		fixes: ['Set Padding of conv 2 to same', 'Keep a single copy'],
	},
	repeatTooLong: {
		document: grouped(chain(['input'], conv({ filters: 8 }), conv({ filters: 8 }), ...classifier), ['conv2d-2'], 100000),
		severity: 'error',
		at: null,
		title: 'Too many copies',
		text: 'With 100,000 copies of block the network would have 100,004 layers. At most 5,000 are written out.',
		fixes: ['Repeat it 4,996 times', 'Keep a single copy'],
	},
	repeatEntries: {
		document: grouped(joined('add', conv({ filters: 4 }), conv({ filters: 4 })), ['add-1']),
		severity: 'error',
		at: null,
		title: 'Needs one way in',
		text: 'block is there 3 times, and each copy takes what the one before it gives. But wires from 2 layers lead into it: conv 1, branch. Join them before the group, or keep a single copy.',
		fixes: ['Keep a single copy'],
	},
	repeatExits: {
		document: grouped(joined('add', conv({ filters: 4 }), conv({ filters: 4 })), ['conv2d-1', 'branch']),
		severity: 'error',
		at: null,
		title: 'Needs one way out',
		text: 'block is there 3 times, and each copy feeds the next one. But 2 layers lead out of it: conv 1, branch. Join them inside the group, or keep a single copy.',
		fixes: ['Keep a single copy'],
	},
};
