/** English words: problems that several layer kinds can have, and their repairs. `{node}` has the problem, `{from}` feeds it. */
export const layerProblems = {
	'diagnostic.value.shape': '{shape}',
	'diagnostic.value.atLeast': 'at least {shape}',
	'diagnostic.value.map': 'height × width × channels',
	'diagnostic.value.vector': 'N',

	'diagnostic.needsMap.title': 'Needs a map',
	'diagnostic.needsMap.text':
		'{from} hands it a vector of {size, plural, one {# number} other {# numbers}}. {node} works on rows, columns and channels, which a vector does not have: connect it before the maps are flattened.',

	'fix.insertReshape.label': 'Insert reshape to {shape}',
	'fix.insertReshape.detail': 'On wire {wire, number}: the same values as a map. No weights.',

	'diagnostic.needsVector.title': 'Needs a vector',
	'diagnostic.needsVector.text':
		'{from} hands it a map: {height, plural, one {# row} other {# rows}}, {width, plural, one {# column} other {# columns}}, {channels, plural, one {# channel} other {# channels}}. {node} takes one row of numbers, so the map has to become a vector first.',
	'fix.insertFlatten.label': 'Insert flatten',
	'fix.insertFlatten.detail':
		'Keeps where each feature is. {product} = {inputs, number} values: ({inputs, number} + 1)·{units, number} = {weights, number} weights.',
	'fix.insertGlobalAverage.label': 'Insert global average',
	'fix.insertGlobalAverage.detail':
		'One mean per map, place is lost. {inputs, plural, one {# value} other {# values}}: ({inputs, number} + 1)·{units, number} = {weights, number} weights.',

	'diagnostic.windowTooLarge.title': 'Window larger than the map',
	'diagnostic.windowTooLarge.text':
		'{axes, select, height {The window is {windowHeight, plural, one {# row} other {# rows}} high, but the map has only {mapHeight, number}} width {The window is {windowWidth, plural, one {# column} other {# columns}} wide, but the map has only {mapWidth, number}} other {The {windowWidth, number} × {windowHeight, number} window does not fit into a {mapWidth, number} × {mapHeight, number} map}}{isPadded, select, yes {, padding included} other {}}. Use a smaller window, or padding “same”.',
	'fix.smallerWindow.label': 'Shrink the window',
	'fix.smallerWindow.detail':
		'To {height, plural, one {# row} other {# rows}} and {width, plural, one {# column} other {# columns}}, which just fit.',

	'diagnostic.windowOnlyPadding.title': 'A window sees padding alone',
	'diagnostic.windowOnlyPadding.text':
		'With {axes, select, height {{padHeight, number} rows of padding and a window of {windowHeight, plural, one {# row} other {# rows}}} width {{padWidth, number} columns of padding and a window of {windowWidth, plural, one {# column} other {# columns}}} other {{padHeight, number} rows and {padWidth, number} columns of padding and a window of {windowHeight, plural, one {# row} other {# rows}} and {windowWidth, plural, one {# column} other {# columns}}}}, some windows lie beside the map altogether. Pooling leaves padding out, so there would be nothing to choose from.',
	'fix.useValid.label': 'Take the padding away',
	'fix.useValid.detail': 'The window stays inside the map.',

	'diagnostic.remainder.title': '{lost, select, pixels {Part of the map is never seen} other {Part of the padding is never seen}}',
	'diagnostic.remainder.text':
		'A stride of {axes, select, height {{strideHeight, number}} width {{strideWidth, number}} other {{strideWidth, number} × {strideHeight, number}}} does not go evenly into the way of the window: {lost, select, pixels {the last {axes, select, height {{lostRows, plural, one {row} other {# rows}}} width {{lostColumns, plural, one {column} other {# columns}}} other {{lostRows, plural, =0 {} one {row} other {# rows}}{lostRows, plural, =0 {} other {{lostColumns, plural, =0 {} other { and }}}}{lostColumns, plural, =0 {} one {column} other {# columns}}}} of the map {axes, select, height {{lostRows, plural, one {is} other {are}}} width {{lostColumns, plural, one {is} other {are}}} other {are}} never looked at.} other {the last {axes, select, height {{rows, plural, one {row} other {# rows}}} width {{columns, plural, one {column} other {# columns}}} other {{rows, plural, one {row} other {# rows}} and {columns, plural, one {column} other {# columns}}}} of the padding are never looked at. No pixel is lost.}}',
	'diagnostic.remainderStrict.title': 'The stride does not go evenly',
	'diagnostic.remainderStrict.text':
		'{axes, select, height {{wayHeight, number} / {strideHeight, number}} width {{wayWidth, number} / {strideWidth, number}} other {{wayWidth, number} / {strideWidth, number} across and {wayHeight, number} / {strideHeight, number} down}} is not a whole number of steps: the last window would lie partly outside. This document allows no fractions.',
	'fix.trimPadding.label': 'Trim the padding',
	'fix.trimPadding.detail':
		'Leaves out the zeros that no window reaches. The output stays {height, number} rows and {width, number} columns.',
	'fix.padToFit.label': 'Pad to fit',
	'fix.padToFit.detail':
		'{rows, plural, =0 {} one {One row of zeros more at the bottom. } other {# rows of zeros more at the bottom. }}{columns, plural, =0 {} one {One column of zeros more at the right. } other {# columns of zeros more at the right. }}The output has {height, number} rows and {width, number} columns.',
	'fix.useSame.label': 'Use padding “same”',
	'fix.useSame.fits': 'Zeros around the map make room for the window; at stride 1 the size stays.',
	'fix.useSame.strided':
		'The size is divided by the stride and rounded up: {height, plural, one {# row} other {# rows}} and {width, plural, one {# column} other {# columns}}.',
	'fix.useSame.keeps':
		'The odd row or column of zeros goes to the end, and the size stays {height, number} rows and {width, number} columns.',

	'diagnostic.preserveEven.title': 'An even window cannot keep the size',
	'diagnostic.preserveEven.text':
		'With the same zeros on both sides, {axes, select, height {{inputHeight, number} rows become {outputHeight, number}, because the window is {windowHeight, number} rows high} width {{inputWidth, number} columns become {outputWidth, number}, because the window is {windowWidth, number} columns wide} other {{inputHeight, number} rows become {outputHeight, number} and {inputWidth, number} columns {outputWidth, number}, because the window is {windowHeight, number} rows high and {windowWidth, number} columns wide}}. P = (F − 1) / 2 is a whole number for odd windows alone.',
	'fix.oddWindow.label': 'Make the window odd',
	'fix.oddWindow.detail': '{height, number} rows and {width, number} columns, with a pixel in the middle.',

	'diagnostic.preserveMostlyZeros.title': '{share, number, percent} of the padded map are zeros',
	'diagnostic.preserveMostlyZeros.text':
		'To keep the size at a stride of {strideWidth, number} × {strideHeight, number}, {padHeight, plural, one {# row} other {# rows}} and {padWidth, plural, one {# column} other {# columns}} of zeros are put at each side: most windows see nothing of the picture.',
	'fix.strideOne.label': 'Use stride 1',
	'fix.strideOne.detail': 'Keeps the size with a thin rim of zeros.',

	'diagnostic.onePixelMap.title': 'The map is one pixel',
	'diagnostic.onePixelMap.text':
		'The window of {windowHeight, plural, one {# row} other {# rows}} and {windowWidth, plural, one {# column} other {# columns}} sees a single pixel, and padding around it. Nothing is left to look for: the map has shrunk too early.',
	'fix.onePixelWindow.label': 'Use a 1 × 1 window',
	'fix.onePixelWindow.detail': 'Looks at the one pixel there is, through all channels.',

	'diagnostic.groupsDoNotDivide.title': '{groups, number} groups do not divide evenly',
	'diagnostic.groupsDoNotDivide.text':
		'Every group takes an equal share of {which, select, channels {the channels, but {channels, plural, one {# channel} other {# channels}} cannot be split into {groups, number}} filters {the filters, but {filters, plural, one {# filter} other {# filters}} cannot be split into {groups, number}} other {channels and filters, but neither {channels, plural, one {# channel} other {# channels}} nor {filters, plural, one {# filter} other {# filters}} can be split into {groups, number}}}.',
	'fix.fittingGroups.label': 'Use {groups, plural, one {# group} other {# groups}}',
	'fix.fittingGroups.detail':
		'{groups, number} divides {channels, plural, one {# channel} other {# channels}} and {filters, plural, one {# filter} other {# filters}}.',
	'fix.fittingFilters.label': 'Use {filters, number} filters',
	'fix.fittingFilters.detail': '{filters, number} is the next number that {groups, number} groups divide.',

	'diagnostic.shapesDiffer.title': 'Branches differ in size',
	'diagnostic.shapesDiffer.text':
		'Wire {wire, number} brings {shape}, wire {otherWire, number} brings {other}. Values are joined place by place, so every size must be equal, or 1 where one value serves all.',
	'fix.project.label': 'Insert a 1 × 1 convolution',
	'fix.project.detail':
		'On wire {wire, number}{isStrided, select, yes {, with stride {stride}} other {}}: makes {shape} of it with {weights, number} weights.',
	'fix.projectDense.label': 'Insert a dense layer',
	'fix.projectDense.detail': 'On wire {wire, number}, with {units, number} units and no activation: {weights, number} weights.',
	'fix.zeroChannels.label': 'Insert zero channels',
	'fix.zeroChannels.detail': 'On wire {wire, number}: {count, plural, one {# channel} other {# channels}} of zeros, no weights.',
	'fix.concatenateInstead.label': 'Concatenate instead',
	'fix.concatenateInstead.detail': 'Stacks the branches, none is lost: {shape}.',
} as const satisfies Readonly<Record<string, string>>;
