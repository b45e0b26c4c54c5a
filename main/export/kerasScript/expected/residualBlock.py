"""one block: builds and trains a network drawn in Layerloom.

python train.py (--data FOLDER where the samples are pictures; --weights weights.safetensors tests the trained weights)

In the app the training pictures were changed at random; this script leaves them as they are.
"""

import argparse
import math

import keras
import numpy as np
from keras import layers, ops

from data import load_data

SEED = 1
EPOCHS = 5
BATCH_SIZE = 64
LEARNING_RATE = 0.1
WARM_UP_EPOCHS = 2


class LocalResponseNormalization(layers.Layer):
    """Divides by the strength of the neighbours in the channels: Krizhevsky 2012, section 3.3."""

    def __init__(self, depth_radius, bias, alpha, beta, **settings):
        super().__init__(**settings)
        self.depth_radius, self.bias, self.alpha, self.beta = depth_radius, bias, alpha, beta

    def call(self, x):
        radius, channels = self.depth_radius, x.shape[-1]
        squares = ops.pad(ops.square(x), [[0, 0], [0, 0], [0, 0], [radius, radius]])
        total = sum(squares[..., start : start + channels] for start in range(2 * radius + 1))
        return x * ops.power(self.bias + self.alpha * total, -self.beta)


def build_model():
    """4242 weights. Sizes in comments are those of one sample: rows, columns, channels."""
    inputs = layers.Input((6, 6, 4), name="input")
    conv_1 = layers.Conv2D(
        8,
        (3, 3),
        padding="same",
        activation="relu",
        kernel_initializer="he_normal",
        kernel_regularizer=keras.regularizers.L1L2(l1=0, l2=0.01),
        kernel_constraint=keras.constraints.MaxNorm(max_value=3, axis=(0, 1, 2)),
        name="conv_1",
    )(inputs)  # 6, 6, 8
    x = layers.Conv2D(
        16,
        (3, 3),
        strides=(2, 2),
        padding="same",
        use_bias=False,
        name="conv_2",
    )(conv_1)  # 3, 3, 16
    x = layers.BatchNormalization(name="norm_1")(x)
    x = layers.Activation("relu", name="activation_1")(x)
    x = layers.Conv2D(16, (3, 3), padding="same", use_bias=False, name="conv_3")(x)
    norm_2 = layers.BatchNormalization(name="norm_2")(x)
    x = layers.Conv2D(
        16,
        (1, 1),
        strides=(2, 2),
        padding="same",
        use_bias=False,
        name="conv_4",
    )(conv_1)  # 3, 3, 16
    x = layers.BatchNormalization(name="norm_3")(x)
    x = layers.Add(name="add_1")([norm_2, x])
    x = layers.Activation("relu", name="activation_2")(x)
    x = LocalResponseNormalization(
        depth_radius=2,
        bias=2,
        alpha=0.0001,
        beta=0.75,
        name="response_norm_1",
    )(x)
    x = layers.GlobalAveragePooling2D(name="global_average")(x)  # 16
    x = layers.Dense(10, activation="softmax", name="output")(x)  # 10
    return keras.Model(inputs, x, name="one block")


def load_weights(model, path):
    """The weights that were trained in the app, by layer and place."""
    from safetensors.numpy import load_file

    stored = load_file(path)
    for layer in model.layers:
        layer.set_weights([stored[f"{layer.name}/{place}"] for place in range(len(layer.weights))])


class Batches(keras.utils.PyDataset):
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
        return self.samples.pictures(numbers), np.eye(10, dtype="float32")[labels]

    def on_epoch_end(self):
        if self.shuffled:
            self.random.shuffle(self.order)


def learning_rate(step, steps_per_epoch, losses):
    """The rate of a step, counted from 0 over the whole run; losses are those of the epochs done."""
    warm_up = min(WARM_UP_EPOCHS, EPOCHS) * steps_per_epoch
    if step < warm_up:
        return LEARNING_RATE * (step + 1) / warm_up
    done = step - warm_up
    return LEARNING_RATE * (1 + math.cos(math.pi * done / max(1, EPOCHS * steps_per_epoch - warm_up))) / 2


class SetLearningRate(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.step, self.losses = 0, []

    def on_train_batch_begin(self, batch, logs=None):
        self.model.optimizer.learning_rate = learning_rate(self.step, self.params["steps"], self.losses)
        self.step += 1

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs.get("val_loss", logs["loss"]))


def train(model, data, epochs):
    """Trains, and keeps the weights of the epoch with the lowest loss."""
    has_validation = len(data["validation"]) > 0
    monitor = "val_loss" if has_validation else "loss"
    best = "best.weights.h5"
    callbacks = [keras.callbacks.ModelCheckpoint(best, monitor=monitor, save_best_only=True, save_weights_only=True)]
    callbacks.append(SetLearningRate())
    callbacks.append(keras.callbacks.EarlyStopping(monitor, patience=3))
    labels, counts = np.unique(data["train"].labels, return_counts=True)
    class_weight = dict(zip(labels.tolist(), (counts.sum() / (len(labels) * counts)).tolist()))
    model.fit(
        Batches(data["train"], shuffled=True),
        epochs=epochs,
        validation_data=Batches(data["validation"]) if has_validation else None,
        callbacks=callbacks,
        class_weight=class_weight,
        shuffle=False,
        verbose=2,
    )
    model.load_weights(best)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder with the pictures that samples.csv lists")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--weights", help="tests these weights instead of training")
    chosen = parser.parse_args()

    keras.utils.set_random_seed(SEED)
    model = build_model()
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True, weight_decay=0.0005, global_clipnorm=1),
        loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.1),
        metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")],
    )
    data = load_data(model.input_shape[1:], chosen.data)
    if chosen.weights:
        load_weights(model, chosen.weights)
    else:
        train(model, data, chosen.epochs)
    if len(data["test"]) > 0:
        test_loss, test_accuracy = model.evaluate(Batches(data["test"]), verbose=0)
        print(f"test_loss {test_loss:.4f}  test_accuracy {test_accuracy:.4f}")


if __name__ == "__main__":
    main()
