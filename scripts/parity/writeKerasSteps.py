"""Writes what Keras makes of the first three steps of training a small network, as the literal table of our engines' tests:

    python scripts/parity/writeKerasSteps.py main/engine/kerasSteps.json

One dense layer of four inputs; the batch, the first weights and all settings are in the file, so that an engine needs nothing else.
Losses are those before each step, weights those after it..
"""

import json
import os
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np
import torch

STEPS = 3
ROWS = 6
INPUTS = 4
RATE = 0.1

random = np.random.default_rng(11)
images = random.uniform(-1, 1, (ROWS, INPUTS)).astype("float32").round(3)
labels = np.array([0, 1, 2, 2, 1, 0])
kernel = random.uniform(-1, 1, (INPUTS, 3)).astype("float32").round(3)
bias = np.array([0.1, -0.2, 0.3], "float32")

CLASSES = {"units": 3, "activation": "softmax", "loss": "categoricalCrossEntropy"}
YES_OR_NO = {"units": 1, "activation": "sigmoid", "loss": "binaryCrossEntropy"}


def number(loss):
    return {"units": 1, "activation": "linear", "loss": loss}


# Ours of each case; what is left out is as by default.
CASES = {
    "categorical cross-entropy": {**CLASSES, "optimizer": "sgd"},
    "categorical cross-entropy, smoothed by 0.1": {**CLASSES, "optimizer": "sgd", "labelSmoothing": 0.1},
    "categorical cross-entropy, classes weighted": {**CLASSES, "optimizer": "sgd", "classWeights": [1, 2, 0.5]},
    "binary cross-entropy": {**YES_OR_NO, "optimizer": "sgd"},
    "binary cross-entropy, smoothed by 0.2": {**YES_OR_NO, "optimizer": "sgd", "labelSmoothing": 0.2},
    "binary cross-entropy, classes weighted": {**YES_OR_NO, "optimizer": "sgd", "classWeights": [0.75, 1.5]},
    "mean squared error": {**number("mse"), "optimizer": "sgd"},
    "mean absolute error": {**number("mae"), "optimizer": "sgd"},
    "Huber": {**number("huber"), "optimizer": "sgd"},
    "momentum": {**CLASSES, "optimizer": "momentum", "momentum": 0.8},
    "Nesterov": {**CLASSES, "optimizer": "nesterov", "momentum": 0.8},
    "RMSprop": {**CLASSES, "optimizer": "rmsprop"},
    "Adam": {**CLASSES, "optimizer": "adam"},
    "Adam with other decays": {**CLASSES, "optimizer": "adam", "beta1": 0.5, "beta2": 0.9, "epsilon": 0.001},
    "AdamW": {**CLASSES, "optimizer": "adamw"},
    "AdamW with a decay of 0.05": {**CLASSES, "optimizer": "adamw", "weightDecay": 0.05},
    "SGD with a decay of 0.05": {**CLASSES, "optimizer": "sgd", "weightDecay": 0.05},
    "SGD clipped to a norm of 0.1": {**CLASSES, "optimizer": "sgd", "clipNorm": 0.1},
    "Adam clipped to a norm of 0.1": {**CLASSES, "optimizer": "adam", "clipNorm": 0.1},
    "SGD with a norm too long to clip": {**CLASSES, "optimizer": "sgd", "clipNorm": 50},
}


def make_loss(case):
    smoothing = case.get("labelSmoothing", 0)
    return {
        "categoricalCrossEntropy": lambda: keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing),
        "binaryCrossEntropy": lambda: keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=smoothing),
        "mse": keras.losses.MeanSquaredError,
        "mae": keras.losses.MeanAbsoluteError,
        "huber": keras.losses.Huber,
    }[case["loss"]]()


def make_optimizer(case):
    given = {"learning_rate": RATE, "global_clipnorm": case.get("clipNorm")}
    if "weightDecay" in case:
        given["weight_decay"] = case["weightDecay"]
    betas = {}
    for ours, theirs in (("beta1", "beta_1"), ("beta2", "beta_2"), ("epsilon", "epsilon")):
        if ours in case:
            betas[theirs] = case[ours]
    momentum = case.get("momentum", 0.9)
    return {
        "sgd": lambda: keras.optimizers.SGD(**given),
        "momentum": lambda: keras.optimizers.SGD(**given, momentum=momentum),
        "nesterov": lambda: keras.optimizers.SGD(**given, momentum=momentum, nesterov=True),
        "rmsprop": lambda: keras.optimizers.RMSprop(**given),
        "adam": lambda: keras.optimizers.Adam(**given, **betas),
        "adamw": lambda: keras.optimizers.AdamW(**given, **betas),
    }[case["optimizer"]]()


def plain(values):
    return [float(f"{value:.7g}") for value in np.asarray(values).reshape(-1)]


def follow(case):
    layer = keras.layers.Dense(case["units"])
    layer.build((None, INPUTS))
    layer.set_weights([kernel[:, : case["units"]], bias[: case["units"]]])
    own = labels if case["units"] > 1 or case["loss"] != "binaryCrossEntropy" else labels % 2
    wanted = keras.utils.to_categorical(own, 3) if case["units"] == 3 else own.reshape(-1, 1).astype("float32")
    weights = case.get("classWeights")
    counts = None if weights is None else np.array([weights[label] for label in own], "float32")
    loss_of, optimizer = make_loss(case), make_optimizer(case)
    optimizer.build(layer.trainable_variables)
    losses, after = [], []
    for _ in range(STEPS):
        values = [variable.value for variable in layer.trainable_variables]
        for value in values:
            value.grad = None
        loss = loss_of(wanted, layer(images), sample_weight=counts)
        loss.backward()
        gradients = [value.grad for value in values]
        with torch.no_grad():
            optimizer.apply(gradients, layer.trainable_variables)
        losses.append(float(f"{loss.item():.7g}"))
        kept = layer.get_weights()
        after.append({"kernel": plain(kept[0]), "bias": plain(kept[1])})
    first = {"kernel": plain(kernel[:, : case["units"]]), "bias": plain(bias[: case["units"]])}
    return {"labels": own.tolist(), "first": first, "losses": losses, "after": after}


cases = [{"name": name, "settings": case, **follow(case)} for name, case in CASES.items()]
table = {"source": f"Keras {keras.__version__}", "rate": RATE, "images": plain(images), "cases": cases}
with open(sys.argv[1], "w") as file:
    file.write(json.dumps(table, indent="\t") + "\n")
