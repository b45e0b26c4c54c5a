"""Opens exported models with Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

from judging import judge


def answer(files, inputs, case):
    model = keras.saving.load_model(files[0], compile=False)
    return keras.ops.convert_to_numpy(model(inputs, training=False))


judge(("keras", "h5"), answer, f"Keras {keras.__version__} on {keras.backend.backend()}")
