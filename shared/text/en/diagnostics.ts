/** English words: what is wrong with a network and how it is put right. ICU MessageFormat; ids are the keys. */
export const diagnostics = {
	// Settings
	'diagnostic.badConfig.title': '{field}: another value is needed',
	'diagnostic.badConfig.text': '{field} of {node}. {reason}',
	'diagnostic.unknownKind.title': 'Unknown kind of layer',
	'diagnostic.unknownKind.text':
		'{isNoted, select, yes {{note}} other {This version does not know the kind “{kind}”. It is kept as it is, but cannot be trained. Open the document with a newer version, or delete the layer.}}',

	// Graph
	'diagnostic.noInput.title': 'No input',
	'diagnostic.noInput.text': 'A network needs an input, where the images come in.',
	'diagnostic.noOutput.title': 'No output',
	'diagnostic.noOutput.text': 'A network needs an output, where its answer is compared with the right one.',
	'diagnostic.severalInputs.title': 'A second input',
	'diagnostic.severalInputs.text': 'The images come in at {first}. {node} would need data of its own: delete it.',
	'diagnostic.severalOutputs.title': 'A second output',
	'diagnostic.severalOutputs.text': 'The answer is taken from {first}, and the task has one answer. Delete {node}.',
	'diagnostic.cycle.title': 'A loop',
	'diagnostic.cycle.text':
		'Each of these waits for the one before it: {path}. Data flows from the input to the output, so a wire must be cut.',
	'diagnostic.missingInput.title': '{has, plural, =0 {Nothing comes in} other {Another wire is needed}}',
	'diagnostic.missingInput.text':
		'{needs, plural, one {{node} has no wire at its input.} other {{node} joins at least {needs, number} wires, but has {has, plural, =0 {none} other {#}}.}} Draw one from an earlier layer.',
	'diagnostic.tooManyWires.title': 'Too many wires',
	'diagnostic.tooManyWires.text': '{node} takes one wire here, from {used}. The one from {from} carries nothing.',
	'diagnostic.unknownPort.title': 'A wire without a port',
	'diagnostic.unknownPort.text': 'The wire from {from} ends at a port “{port}” that {node} does not have.',
	'diagnostic.duplicateName.title': 'The name is taken',
	'diagnostic.duplicateName.text': 'Another layer is called “{node}” already. Exported models need a name of its own for each layer.',
	'diagnostic.repeatEntries.title': 'Needs one way in',
	'diagnostic.repeatEntries.text':
		'{group} is there {repeat, number} times, and each copy takes what the one before it gives. But wires from {count, number} layers lead into it: {names}. Join them before the group, or keep a single copy.',
	'diagnostic.repeatExits.title': 'Needs one way out',
	'diagnostic.repeatExits.text':
		'{group} is there {repeat, number} times, and each copy feeds the next one. But {count, number} layers lead out of it: {names}. Join them inside the group, or keep a single copy.',
	'diagnostic.repeatEndpoint.title': 'Cannot be repeated',
	'diagnostic.repeatEndpoint.text':
		'{group} is there {repeat, number} times, but {names} can be in a network only once. Take it out of the group, or keep a single copy.',
	'diagnostic.repeatTooLong.title': 'Too many copies',
	'diagnostic.repeatTooLong.text':
		'With {repeat, number} copies of {group} the network would have {count, number} layers. At most {most, number} are written out.',
	'diagnostic.repeatSize.title': 'The copies do not fit together',
	'diagnostic.repeatSize.text':
		'{group} takes {entry} and gives {exit}. Each of its {repeat, number} copies feeds the next one, so what goes out must have the size of what comes in.',
	'diagnostic.mutedSize.title': 'Muted, and missed',
	'diagnostic.mutedSize.text':
		'{node} is muted, so {input} goes on instead of {output}. That is where {next} fails: mute layers that keep the size, or let {node} work again.',
	'diagnostic.mutedEndpoint.title': 'Cannot be muted',
	'diagnostic.mutedEndpoint.text': '{node} is muted, but the network cannot do without it: it works all the same.',
	'diagnostic.unconnected.title': 'Not connected',
	'diagnostic.unconnected.text': '{node} is not connected: it is left out of training.',
	'diagnostic.deadEnd.title': 'Leads nowhere',
	'diagnostic.deadEnd.text': 'Nothing takes what {node} gives: it is left out of training. Wire it on, or delete it.',
	'diagnostic.noTrainableWeights.title': 'Nothing to learn',
	'diagnostic.noTrainableWeights.text':
		'{weights, plural, =0 {No layer on the way has weights, so training could change nothing. Add a convolution or a dense layer.} other {All # weights are frozen, so training could change nothing.}}',
	'diagnostic.softmaxTwice.title': 'Softmax twice',
	'diagnostic.softmaxTwice.text':
		'{sink} makes probabilities with softmax, and {node} does so before it. A second softmax squeezes them together: even a sure answer would look unsure, and learning slows down.',
	'diagnostic.softmaxHidden.title': 'Softmax inside the network',
	'diagnostic.softmaxHidden.text':
		'Softmax lets the values compete until they add up to 1, which is what an answer needs. Inside, it holds back what {node} has found. Use relu there.',
	'diagnostic.hiddenSigmoid.title': 'Sigmoid inside the network',
	'diagnostic.hiddenSigmoid.text':
		'Sigmoid is at most 1⁄4 steep, so at {node} the correction that flows back shrinks to a quarter or less; after a few layers nothing is left of it. Inside the network use relu.',
	'diagnostic.dropoutBeforeNormalization.title': 'Dropout just before it',
	'diagnostic.dropoutBeforeNormalization.text':
		'{dropout} makes the values vary more in training than afterwards, and {node} learns that spread. When the network answers, it is wrong. Put the dropout behind the normalization.',
	'diagnostic.biasBeforeNormalization.title': 'The bias has no effect',
	'diagnostic.biasBeforeNormalization.text':
		'{norm} takes the mean away from every channel, and with it the bias of {node}: {count, plural, one {# weight} other {# weights}} without effect.',
	'diagnostic.fieldTooSmall.title': 'Sees too little',
	'diagnostic.fieldTooSmall.text':
		'Each value that {node} averages has seen {seen} pixels of {input}, less than half of the picture. Larger things are seen in parts only: add layers, strides or pooling before it.',
	'diagnostic.fieldTooLarge.title': 'Sees more than there is',
	'diagnostic.fieldTooLarge.text':
		'Each value that {node} averages looks at {seen} pixels, more than twice the picture of {input}. Much of that is padding: fewer layers may do as well.',
	'diagnostic.deepWithoutShortcuts.title': 'Deep without shortcuts',
	'diagnostic.deepWithoutShortcuts.text':
		'{count, number} layers with weights follow each other up to {node}. Beyond about {most, number} the correction that flows back gets lost and deeper networks learn worse. Lead shortcuts around pairs of layers with add.',
	'diagnostic.memoryOverBudget.title': 'More memory than there is',
	'diagnostic.memoryOverBudget.text':
		'Training with {batchSize, plural, one {# image} other {# images}} at a time needs about {megabytes, number} MB, and {budgetMegabytes, number} MB are allowed. {node} needs most: {nodeMegabytes, number} MB{nodeWeights, plural, =0 {} other {, with its # weights}}.',

	// Repairs of the graph
	'fix.resetField.label': 'Reset {field}',
	'fix.reconnect.label': 'Reconnect {names}',
	'fix.reconnect.detail': '{count, plural, one {It is already on the canvas.} other {They are already on the canvas.}} {cost}',
	'fix.cost':
		'{product, select, none {{size}} other {{product} = {values, plural, one {# value} other {# values}}}}{formula, select, none { reach {node}.} other {, so {node} has {formula} = {weights, number} weights.}}',
	'fix.connectAfter.label': 'Connect after {from}',
	'fix.deleteNode.label': 'Delete {node}',
	'fix.addInput.label': 'Add an input',
	'fix.addOutput.label': '{isWired, select, yes {Add an output after {from}} other {Add an output}}',
	'fix.cutLoop.label': '{count, plural, one {Cut the wire from {from} to {to}} other {Cut # wires}}',
	'fix.removeWire.label': 'Remove the wire from {from}',
	'fix.rename.label': 'Rename to {name}',
	'fix.unfreezeAll.label': 'Let them learn',
	'fix.useRelu.label': 'Use relu',
	'fix.useLinearHere.label': 'Use linear in {node}',
	'fix.swapDropout.label': 'Put {dropout} behind {node}',
	'fix.singleCopy.label': 'Keep a single copy',
	'fix.fewerCopies.label': 'Repeat it {repeat, plural, one {once} other {# times}}',
	'fix.fitCopies.label': 'Set {field} of {node} to {value}',
	'fix.fitCopies.detail': '{group} gives {entry} again, so that copies fit together.',
	'fix.keepSizes.label': 'Keep the size inside {group}',
	'fix.keepSizes.detail': 'Padding same and steps of 1: {group} gives {entry} again.',
	'fix.unmute.label': 'Let {node} work',
	'fix.muteNode.label': 'Mute {node}',
	'fix.dropBias.label': 'Leave out the bias',
	'fix.smallerBatch.label': 'Train {batchSize, plural, one {# image} other {# images}} at a time',

	// Table of layers
	'table.name': 'Layer',
	'table.kind': 'Kind',
	'table.output': 'Output',
	'table.weights': 'Weights',
	'table.multiplyAdds': 'Multiply-adds',
	'table.receptiveField': 'Receptive field',
	'table.total': 'Total',

	// Wires
	'connect.refused.missingNode': 'Layer is gone',
	'connect.refused.itself': 'Same layer',
	'connect.refused.noOutput': 'Gives nothing on',
	'connect.refused.noInput': 'Takes no wire',
	'connect.refused.noSuchPort': 'No such port',
	'connect.refused.wiredAlready': 'Wired already',
	'connect.refused.oneWire': 'Takes one wire only',
	'connect.refused.loop': 'Would make a loop',
} as const satisfies Readonly<Record<string, string>>;
