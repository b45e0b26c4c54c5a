"""Writes the models of main/import/fixtures with Keras itself: `python writeForeign.py FOLDER [NAME…]`.

Models whose channels stand first need KERAS_BACKEND=torch on processors.

Each comes with two samples (NAME.x.npy) and Keras's own answers (NAME.y.npy), 32-bit floats, channels last.
"""

import sys
from pathlib import Path

import keras
import numpy as np
from keras import layers as L


def sequential():
    """Preprocessing, augmentation, layers without bias or scale, activations within and alone."""
    return keras.Sequential([
        L.Input((12, 12, 3)),
        L.Rescaling(0.5, offset=-0.1),
        L.RandomFlip(),
        L.Conv2D(4, 3, padding="same", use_bias=False),
        L.BatchNormalization(scale=False),
        L.ReLU(),
        L.MaxPooling2D(),
        L.SeparableConv2D(6, 3, activation="relu"),
        L.Dropout(0.3),
        L.Flatten(),
        L.Dense(8, activation="silu"),
        L.Dense(5, activation="softmax"),
    ])


def branches():
    """Squeeze-and-excite, a residual, growing by two ways, uneven zeros."""
    start = L.Input((16, 16, 3))
    x = L.ZeroPadding2D(((1, 2), (0, 1)))(start)
    x = L.Conv2D(8, 3, strides=2)(x)
    x = L.BatchNormalization()(x)
    x = L.PReLU(shared_axes=[1, 2])(x)
    y = L.DepthwiseConv2D(3, padding="same")(x)
    y = L.LayerNormalization()(y)
    y = L.LeakyReLU(negative_slope=0.1)(y)
    gate = L.GlobalAveragePooling2D(keepdims=True)(y)
    gate = L.Conv2D(2, 1, activation="relu")(gate)
    gate = L.Conv2D(8, 1, activation="sigmoid")(gate)
    y = L.Multiply()([y, gate])
    x = L.Add()([x, y])
    u = L.ELU()(L.Conv2DTranspose(4, 3, strides=2, padding="same")(x))
    x = L.Concatenate()([u, L.UpSampling2D()(x)])
    x = L.AveragePooling2D(3, 2, padding="same")(x)
    x = L.GlobalMaxPooling2D()(x)
    return keras.Model(start, L.Softmax()(L.Dense(4)(x)))


def nested():
    """A frozen Sequential and a functional model inside a functional one; raw scores at the end."""
    base = keras.Sequential(
        [L.Input((10, 10, 1)), L.Conv2D(3, 3, activation="relu"), L.BatchNormalization(), L.Conv2D(4, 3, activation="relu")],
        name="base",
    )
    inside = L.Input((6, 6, 4))
    inner = keras.Model(inside, L.Add()([L.Conv2D(4, 3, padding="same")(inside), inside]), name="inner")
    start = L.Input((10, 10, 1))
    x = inner(base(start))
    base.trainable = False
    x = L.Flatten()(L.Activation("hard_silu")(x))
    return keras.Model(start, L.Dense(3)(x))


def normalized():
    """Statistics measured on data; values in another order."""
    statistics = L.Normalization()
    statistics.adapt(np.random.normal(3, 2, (50, 8, 8, 2)).astype("float32"))
    return keras.Sequential([
        L.Input((8, 8, 2)),
        statistics,
        L.Conv2D(3, 3, dilation_rate=2, activation="gelu"),
        L.Permute((2, 1, 3)),
        L.Reshape((-1,)),
        L.Dense(1, activation="sigmoid"),
    ])


def operations():
    """Arithmetic of a model without layers for it, as keras.applications preprocesses; a layer called twice."""
    start = L.Input((8, 8, 3))
    x = start / 2.0 - 0.25
    shared = L.Conv2D(3, 3, padding="same", activation="hard_sigmoid")
    y = keras.ops.relu(x + shared(shared(x))) * 1.5
    y = L.Minimum()([y, L.Conv2D(3, 1)(x)])
    y = L.ReLU(max_value=2.0, negative_slope=0.1)(y)
    return keras.Model(start, L.Dense(2)(keras.ops.mean(1.0 - y, axis=[1, 2])))


def axes():
    """Normalization over other axes than the channels, slopes for each place, growing between the middles of cells."""
    return keras.Sequential([
        L.Input((6, 5, 3)),
        L.Rescaling([0.5, 2.0, 1.5], offset=[0.1, -0.2, 0.3]),
        L.BatchNormalization(axis=1),
        L.UpSampling2D((2, 3), interpolation="bilinear"),
        L.Conv2D(4, 3, strides=2),
        L.LayerNormalization(axis=[1, 2, 3]),
        L.PReLU(),
        L.LayerNormalization(axis=[1, 2]),
        L.ELU(0.5),
        L.Conv2DTranspose(2, 3, strides=2, padding="same", output_padding=1),
        L.Reshape((-1, 2)),
        L.Dense(3, activation="hard_silu"),
        L.Flatten(),
        L.Dense(2),
    ])


def channelsFirst():
    """Channels before rows and columns throughout."""
    return keras.Sequential([
        L.Input((3, 8, 9)),
        L.ZeroPadding2D(1, data_format="channels_first"),
        L.DepthwiseConv2D(3, data_format="channels_first"),
        L.BatchNormalization(axis=1),
        L.ReLU(),
        L.MaxPooling2D(data_format="channels_first"),
        L.Conv2D(4, 2, data_format="channels_first", activation="relu"),
        L.Flatten(),
        L.Dense(3, activation="softmax"),
    ])


def halfPrecision():
    """Weights of 16 bits."""
    return keras.Sequential([L.Input((6, 6, 2)), L.Conv2D(3, 3, activation="relu"), L.Flatten(), L.Dense(3, dtype="float16")])


def ownCode():
    """Python inside the file, which must never run."""
    start = L.Input((4, 4, 1))
    return keras.Model(start, L.Dense(2)(L.Flatten()(L.Lambda(lambda values: values * 2)(start))))


def shake(model):
    """Values that are nothing special: zeros and ones would hide a mix-up."""
    for weight in model.weights:
        if weight.path.startswith("normalization"):
            continue
        values = np.asarray(weight)
        isScale = "variance" in weight.path or "gamma" in weight.path
        weight.assign(np.random.uniform(0.3, 1.2, values.shape) if isScale else values + np.random.normal(0, 0.1, values.shape))


MODELS = (sequential, branches, nested, normalized, ownCode, operations, axes, channelsFirst, halfPrecision)


def main(folder, names):
    keras.utils.set_random_seed(1)
    np.random.seed(1)
    folder.mkdir(parents=True, exist_ok=True)
    for make in MODELS:
        if names and make.__name__ not in names:
            continue
        model = make()
        shake(model)
        inputs = np.random.normal(0, 1, (2, *model.input_shape[1:])).astype("float32")
        isFirst = make is channelsFirst
        np.save(folder / f"{make.__name__}.x.npy", np.ascontiguousarray(inputs.transpose(0, 2, 3, 1)) if isFirst else inputs)
        np.save(folder / f"{make.__name__}.y.npy", model.predict(inputs, verbose=0).astype("float32"))
        for ending in ("keras", "h5"):
            model.save(folder / f"{make.__name__}.{ending}")


main(Path(sys.argv[1]), sys.argv[2:])
