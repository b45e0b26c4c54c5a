"""lenet-5: builds and trains a network drawn in Layerloom.

python train.py (--data FOLDER where the samples are pictures; --weights weights.safetensors tests the trained weights)
"""

import argparse

import keras
import numpy as np
from keras import layers

from data import load_data

SEED = 1
EPOCHS = 5
BATCH_SIZE = 32


def build_model():
    """61706 weights. Sizes in comments are those of one sample: rows, columns, channels."""
    inputs = layers.Input((28, 28, 1), name="input")
    x = layers.Conv2D(6, (5, 5), padding="same", activation="relu", name="conv_1")(inputs)  # 28, 28, 6
    x = layers.MaxPooling2D((2, 2), name="pool_1")(x)  # 14, 14, 6
    x = layers.Conv2D(16, (5, 5), activation="relu", name="conv_2")(x)  # 10, 10, 16
    x = layers.MaxPooling2D((2, 2), name="pool_2")(x)  # 5, 5, 16
    x = layers.Flatten(name="flatten")(x)  # 400
    x = layers.Dense(120, activation="relu", name="dense_1")(x)  # 120
    x = layers.Dense(84, activation="relu", name="dense_2")(x)  # 84
    x = layers.Dense(10, activation="softmax", name="output")(x)  # 10
    return keras.Model(inputs, x, name="lenet-5")


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
        return self.samples.pictures(numbers), labels

    def on_epoch_end(self):
        if self.shuffled:
            self.random.shuffle(self.order)


def train(model, data, epochs):
    """Trains, and keeps the weights of the epoch with the lowest loss."""
    has_validation = len(data["validation"]) > 0
    monitor = "val_loss" if has_validation else "loss"
    best = "best.weights.h5"
    callbacks = [keras.callbacks.ModelCheckpoint(best, monitor=monitor, save_best_only=True, save_weights_only=True)]
    model.fit(
        Batches(data["train"], shuffled=True),
        epochs=epochs,
        validation_data=Batches(data["validation"]) if has_validation else None,
        callbacks=callbacks,
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
        optimizer=keras.optimizers.Adam(learning_rate=0.002, beta_1=0.9, beta_2=0.999, epsilon=1e-7),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
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
