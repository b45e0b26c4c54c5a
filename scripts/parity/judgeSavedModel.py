"""Opens exported SavedModels with TensorFlow: by its own loader, and as a layer of a Keras model."""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf

from judging import judge


def answer(files, inputs, case):
    folder = os.path.dirname(files[0])
    signature = tf.saved_model.load(folder).signatures["serving_default"]
    taken = signature.structured_input_signature[1]["images"]
    if taken.shape.as_list() != [None, *inputs.shape[1:]] or taken.dtype != tf.float32:
        raise ValueError(f"takes {taken}, expected a batch of {inputs.shape[1:]}")
    given = signature(images=tf.constant(inputs))["outputs"].numpy()
    one = signature(images=tf.constant(inputs[:1]))["outputs"].numpy()
    layer = keras.layers.TFSMLayer(folder, call_endpoint="serving_default")
    layered = np.asarray(layer(inputs)["outputs"])
    for name, other, expected in (("one picture alone", one, given[:1]), ("as a Keras layer", layered, given)):
        difference = np.abs(other - expected).max()
        if not difference <= 1e-5:
            raise ValueError(f"{name} it answers otherwise, by {difference}")
    return given


judge(("saved-model",), answer, f"TensorFlow {tf.__version__}")
