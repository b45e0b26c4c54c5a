"""Writes the models of Keras 2 in main/import/fixtures: `python writeForeignKeras2.py FOLDER`. Needs tensorflow, tf-keras and tensorflowjs.

Each is an HDF5 file and a layers model of TensorFlow.js, made by its own converter, in a zip; with samples and Keras 2's own answers.
"""

import json
import os
import sys
import tempfile
import types
import zipfile
from pathlib import Path

os.environ["TF_USE_LEGACY_KERAS"] = "1"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import tf_keras as keras
from tf_keras import layers as L

# The converter's package brings more than its Keras part needs.
for name in ("tensorflow_decision_forests", "tensorflow_hub", "jax", "jax.experimental", "jax.experimental.jax2tf", "flax"):
    sys.modules.setdefault(name, types.ModuleType(name))


def keras2Sequential():
    return keras.Sequential([
        L.Conv2D(4, 3, strides=2, activation="relu", input_shape=(11, 9, 2)),
        L.BatchNormalization(),
        L.Activation("swish"),
        L.AveragePooling2D(2, strides=1, padding="same"),
        L.Flatten(),
        L.Dropout(0.2),
        L.Dense(6, activation="tanh"),
        L.Dense(3, activation="softmax"),
    ])


def keras2Branches():
    start = L.Input((12, 12, 3))
    x = L.Conv2D(8, 3, padding="same", use_bias=False)(start)
    x = L.BatchNormalization()(x)
    x = L.ReLU(6.0)(x)
    y = L.DepthwiseConv2D(3, padding="same", depth_multiplier=1)(x)
    y = L.SeparableConv2D(8, 3, padding="same")(y)
    x = L.Add()([x, y])
    x = L.Concatenate()([L.MaxPooling2D()(x), L.Conv2D(4, 2, strides=2)(x)])
    x = L.Conv2DTranspose(5, 2, strides=2)(x)
    x = L.LeakyReLU(0.1)(x)
    x = L.GlobalAveragePooling2D()(x)
    return keras.Model(start, L.Dense(4)(x))


def keras2Nested():
    base = keras.Sequential([L.Conv2D(3, 3, activation="relu", input_shape=(8, 8, 1)), L.BatchNormalization()], name="base")
    base.trainable = False
    inside = L.Input((6, 6, 3))
    head = keras.Model(inside, L.Dense(4, activation="sigmoid")(L.Flatten()(inside)), name="head")
    start = L.Input((8, 8, 1))
    return keras.Model(start, head(base(start)))


def write_tfjs(model, path):
    from tensorflowjs.converters import keras_h5_conversion

    with tempfile.TemporaryDirectory() as folder:
        h5 = Path(folder) / "model.h5"
        model.save(h5, save_format="h5")
        import h5py
        from tensorflowjs import write_weights

        with h5py.File(h5) as file:
            topology, groups = keras_h5_conversion.h5_merged_saved_model_to_tfjs_format(file)
        manifest = write_weights.write_weights(groups, folder, write_manifest=False)
        (Path(folder) / "model.json").write_text(json.dumps({"format": "layers-model", "modelTopology": topology, "weightsManifest": manifest}))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(Path(folder).iterdir()):
                if file.suffix in (".json", ".bin"):
                    archive.writestr(zipfile.ZipInfo(f"model/{file.name}"), file.read_bytes(), zipfile.ZIP_DEFLATED)


def main(folder):
    keras.utils.set_random_seed(2)
    folder.mkdir(parents=True, exist_ok=True)
    for make in (keras2Sequential, keras2Branches, keras2Nested):
        model = make()
        for weight in model.weights:
            values = weight.numpy()
            isScale = "variance" in weight.name or "gamma" in weight.name
            weight.assign(np.random.uniform(0.3, 1.2, values.shape) if isScale else values + np.random.normal(0, 0.1, values.shape))
        inputs = np.random.normal(0, 1, (2, *model.input_shape[1:])).astype("float32")
        np.save(folder / f"{make.__name__}.x.npy", inputs)
        np.save(folder / f"{make.__name__}.y.npy", model.predict(inputs, verbose=0))
        model.save(folder / f"{make.__name__}.h5", save_format="h5")
        write_tfjs(model, folder / f"{make.__name__}.zip")


main(Path(sys.argv[1]))
