"""Runs exported Keras scripts: builds the network as the script does and gives it the written weights."""

import importlib.util
import os
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

from judging import judge

sys.dont_write_bytecode = True


def answer(files, inputs, case):
    folder = os.path.dirname(files[0])
    # The script imports data.py, which is the same in every export.
    sys.path.insert(0, folder)
    try:
        spec = importlib.util.spec_from_file_location("train", os.path.join(folder, "train.py"))
        script = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(script)
    finally:
        sys.path.remove(folder)
    model = script.build_model()
    script.load_weights(model, os.path.join(folder, "weights.safetensors"))
    return keras.ops.convert_to_numpy(model(inputs, training=False))


judge(("keras-script",), answer, f"Keras {keras.__version__} on {keras.backend.backend()}")
