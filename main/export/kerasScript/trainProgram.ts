import type { ModelPlan } from '#shared/plan/plan.ts';
import { ref } from '#shared/python/expression.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { Body } from '../python/body.ts';
import { printExpression, printText } from '../python/printExpression.ts';
import { Program } from '../python/program.ts';
import type { ScriptNetwork } from './network.ts';
import { lossOf, optimizerCall, type ScriptLoss, scheduleSource } from './settings.ts';

/** `train.py`: builds the network with Keras and trains it as the run was trained. */
export function trainProgram(network: ScriptNetwork, plan: ModelPlan): string {
	const { training } = plan.document;
	const loss = lossOf(plan);
	const schedule = scheduleSource(training);
	const isChanging = Object.keys(training.augmentation).length > 0;
	const program = new Program();
	program.docstring(
		`${plan.name}: builds and trains a network drawn in Layerloom.`,
		'python train.py  (--data FOLDER where the samples are pictures; --weights weights.safetensors tests the trained weights)',
		...(isChanging ? ['In the app the training pictures were changed at random; this script leaves them as they are.'] : []),
	);
	program.line().line('import argparse');
	if (schedule !== null && /math\.|anneal\(/.test(schedule)) program.line('import math');
	program.line().line('import keras').line('import numpy as np');
	program
		.line(`from keras import layers${network.classes.length > 0 ? ', ops' : ''}`)
		.line()
		.line('from data import load_data')
		.line();
	writeConstants(program, plan, training, schedule !== null);
	for (const source of network.classes) program.line().line().lines(source);
	program.line().line();
	program.block('def build_model():', () => writeBuild(program, network, plan));
	program.line().line().lines(loadWeights).line().line();
	writeBatches(program, loss, plan);
	if (schedule !== null) writeSchedule(program, schedule);
	program.line().line();
	program.block('def train(model, data, epochs):', () => writeTrain(program, training, schedule !== null));
	program.line().line();
	program.block('def main():', () => writeMain(program, training, loss));
	program.line().line();
	program.block('if __name__ == "__main__":', () => void program.line('main()'));
	return program.toString();
}

function writeConstants(program: Program, plan: ModelPlan, training: TrainingConfig, hasSchedule: boolean): void {
	program.line(`SEED = ${plan.seed}`);
	program.line(`EPOCHS = ${training.epochs}`);
	program.line(`BATCH_SIZE = ${training.batchSize}`);
	if (!hasSchedule) return;
	program.line(`LEARNING_RATE = ${training.learningRate}`);
	if (training.warmUpEpochs > 0) program.line(`WARM_UP_EPOCHS = ${training.warmUpEpochs}`);
	if (['step', 'exponential', 'plateau'].includes(training.schedule)) program.line(`SCHEDULE_FACTOR = ${training.scheduleFactor}`);
	if (['step', 'plateau'].includes(training.schedule)) program.line(`SCHEDULE_EPOCHS = ${training.scheduleEpochs}`);
}

function writeBuild(program: Program, { body, input }: ScriptNetwork, plan: ModelPlan): void {
	program.docstring(`${plan.weightCount} weights. Sizes in comments are those of one sample: rows, columns, channels.`);
	program.statement('inputs = ', input);
	for (const { target, value, size } of body.statements)
		program.statement(`${target} = `, value, size && size.length > 0 ? size.join(', ') : null);
	program.line(`return keras.Model(inputs, ${printExpression(answerOf(body))}, name=${printText(modelName(plan))})`);
}

function answerOf(body: Body) {
	return body.statements.length === 0 ? ref(body.parameter) : body.answer;
}

/** Keras wants a name without slashes. */
function modelName(plan: ModelPlan): string {
	return plan.name.replaceAll('/', '_');
}

const loadWeights = `def load_weights(model, path):
    """The weights that were trained in the app, by layer and place."""
    from safetensors.numpy import load_file

    stored = load_file(path)
    for layer in model.layers:
        layer.set_weights([stored[f"{layer.name}/{place}"] for place in range(len(layer.weights))])`;

function writeBatches(program: Program, { targets }: ScriptLoss, plan: ModelPlan): void {
	const units = plan.outputShape.at(-1) ?? 1;
	const labels = {
		labels: 'labels',
		column: 'labels.astype("float32")[:, None]',
		oneHot: `np.eye(${units}, dtype="float32")[labels]`,
	}[targets];
	program.lines(`class Batches(keras.utils.PyDataset):
    """The samples of one split, in an order that changes every epoch where they are shuffled."""

    def __init__(self, samples, shuffled=False):
        super().__init__()
        self.samples, self.shuffled = samples, shuffled
        self.random = np.random.default_rng(SEED)
        self.order = np.arange(len(samples))
        self.on_epoch_end()

    def __len__(self):
        return -(-len(self.samples) // BATCH_SIZE)

    def __getitem__(self, batch):
        numbers = self.order[batch * BATCH_SIZE : (batch + 1) * BATCH_SIZE]
        labels = self.samples.labels[numbers]
        return self.samples.pictures(numbers), ${labels}

    def on_epoch_end(self):
        if self.shuffled:
            self.random.shuffle(self.order)`);
}

function writeSchedule(program: Program, source: string): void {
	if (source.includes('anneal(')) {
		program.line().line();
		program.block('def anneal(start, end, share):', () => {
			program.line('return end + (start - end) / 2 * (1 + math.cos(math.pi * share))');
		});
	}
	program.line().line();
	program.block('def learning_rate(step, steps_per_epoch, losses):', () => {
		program.docstring('The rate of a step, counted from 0 over the whole run; losses are those of the epochs done.');
		program.lines(source);
	});
	program.line().line();
	program.lines(`class SetLearningRate(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.step, self.losses = 0, []

    def on_train_batch_begin(self, batch, logs=None):
        self.model.optimizer.learning_rate = learning_rate(self.step, self.params["steps"], self.losses)
        self.step += 1

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs.get("val_loss", logs["loss"]))`);
}

/** Keeps the weights of the best epoch, as the app does. */
function writeTrain(program: Program, training: TrainingConfig, hasSchedule: boolean): void {
	program.docstring('Trains, and keeps the weights of the epoch with the lowest loss.');
	program.lines(`has_validation = len(data["validation"]) > 0
monitor = "val_loss" if has_validation else "loss"
best = "best.weights.h5"
callbacks = [keras.callbacks.ModelCheckpoint(best, monitor=monitor, save_best_only=True, save_weights_only=True)]`);
	if (hasSchedule) program.line('callbacks.append(SetLearningRate())');
	if (training.stopPatience !== null) {
		const change = training.stopMinChange === 0 ? '' : `, min_delta=${training.stopMinChange}`;
		program.line(`callbacks.append(keras.callbacks.EarlyStopping(monitor, patience=${training.stopPatience}${change}))`);
	}
	const isBalanced = training.classWeights === 'balanced';
	if (isBalanced) {
		program.line('labels, counts = np.unique(data["train"].labels, return_counts=True)');
		program.line('class_weight = dict(zip(labels.tolist(), (counts.sum() / (len(labels) * counts)).tolist()))');
	}
	program.lines(`model.fit(
    Batches(data["train"], shuffled=True),
    epochs=epochs,
    validation_data=Batches(data["validation"]) if has_validation else None,
    callbacks=callbacks,${isBalanced ? '\n    class_weight=class_weight,' : ''}
    shuffle=False,
    verbose=2,
)
model.load_weights(best)`);
}

function writeMain(program: Program, training: TrainingConfig, loss: ScriptLoss): void {
	program.lines(`parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--data", help="folder with the pictures that samples.csv lists")
parser.add_argument("--epochs", type=int, default=EPOCHS)
parser.add_argument("--weights", help="tests these weights instead of training")
chosen = parser.parse_args()

keras.utils.set_random_seed(SEED)
model = build_model()`);
	program.line('model.compile(');
	program.line(`    optimizer=${printExpression(optimizerCall(training))},`);
	program.line(`    loss=${printExpression(loss.loss)},`);
	program.line(`    metrics=[${printExpression(loss.metric)}],`);
	program.line(')');
	program.line('data = load_data(model.input_shape[1:], chosen.data)');
	program.block('if chosen.weights:', () => void program.line('load_weights(model, chosen.weights)'));
	program.block('else:', () => void program.line('train(model, data, chosen.epochs)'));
	program.lines(`if len(data["test"]) > 0:
    test_loss, test_accuracy = model.evaluate(Batches(data["test"]), verbose=0)
    print(f"test_loss {test_loss:.4f}  test_accuracy {test_accuracy:.4f}")`);
}
