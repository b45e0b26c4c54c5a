"""Writes the ONNX models of main/import/fixtures with PyTorch and tf2onnx: `python writeForeignOnnx.py FOLDER`.

Each comes with two samples (NAME.x.npy), channels last, and ONNX Runtime's own answers (NAME.y.npy), channels last where they are maps.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn


class Digits(nn.Module):
    """Rows of a dense layer after maps: their order differs from ours."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 5, padding=2)
        self.conv2 = nn.Conv2d(4, 6, 3, stride=2, padding=1)
        self.drop = nn.Dropout(0.25)
        self.fc1 = nn.Linear(6 * 3 * 4, 10)
        self.fc2 = nn.Linear(10, 5)

    def forward(self, x):
        x = torch.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = torch.relu(self.conv2(x))
        x = x.view(x.size(0), -1)
        return self.fc2(self.drop(torch.relu(self.fc1(x))))


class Mobile(nn.Module):
    """A depthwise block with squeeze and excitation, a residual, groups, gaps, and functions of many operators."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 8, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(8), nn.Hardswish())
        self.deep = nn.Sequential(nn.Conv2d(8, 8, 3, padding=1, groups=8, bias=False), nn.BatchNorm2d(8), nn.SiLU())
        self.squeeze = nn.Conv2d(8, 2, 1)
        self.excite = nn.Conv2d(2, 8, 1)
        self.mixed = nn.Conv2d(8, 12, 3, padding=2, dilation=2, groups=2)
        self.normal = nn.GroupNorm(3, 12)
        self.head = nn.Linear(12 + 12, 4)

    def forward(self, x):
        x = self.stem(x)
        y = self.deep(x)
        gate = torch.sigmoid(self.excite(torch.relu(self.squeeze(nn.functional.adaptive_avg_pool2d(y, 1)))))
        x = nn.functional.gelu(self.normal(self.mixed(x + y * gate)))
        x = nn.functional.avg_pool2d(x, 3, stride=2, padding=1, ceil_mode=False, count_include_pad=True)
        x = nn.functional.leaky_relu(x, 0.2)
        rows = torch.cat([nn.functional.adaptive_avg_pool2d(x, 1), nn.functional.adaptive_max_pool2d(x, 1)], dim=1)
        return torch.softmax(self.head(torch.flatten(rows, 1)), dim=1)


class Masks(nn.Module):
    """Down and up again: transposed convolution, doubled cells, joined channels, an answer for each pixel."""

    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(2, 4, 3, padding=1)
        self.low = nn.Conv2d(4, 6, 3, padding=1)
        self.up = nn.ConvTranspose2d(6, 4, 2, stride=2)
        self.last = nn.Conv2d(4 + 4 + 6, 1, 1)
        self.slopes = nn.PReLU(4)

    def forward(self, x):
        x = nn.functional.pad(x, (1, 1, 0, 2))
        high = self.slopes(self.down(x))
        low = nn.functional.elu(self.low(torch.max_pool2d(high, 3, stride=2, padding=1)))
        wide = nn.functional.interpolate(low, scale_factor=2, mode="nearest")
        return torch.sigmoid(self.last(torch.cat([high, self.up(low), wide], dim=1)))


class Blocks(nn.Module):
    """As ConvNeXt has them: channels turned to the end, normalized and mixed there, and turned back."""

    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, 6, 2, stride=2)
        self.deep = nn.Conv2d(6, 6, 3, padding=1, groups=6)
        self.normal = nn.LayerNorm(6)
        self.wide = nn.Linear(6, 12)
        self.narrow = nn.Linear(12, 6)
        self.scale = nn.Parameter(torch.rand(6))
        self.head = nn.Linear(6, 3)

    def forward(self, x):
        x = self.patch(x)
        y = self.normal(self.deep(x).permute(0, 2, 3, 1))
        y = self.scale * self.narrow(nn.functional.gelu(self.wide(y)))
        return self.head((x + y.permute(0, 3, 1, 2)).mean([2, 3]))


def keras_model():
    import keras
    from keras import layers as L

    keras.utils.set_random_seed(3)
    start = L.Input((12, 10, 3))
    x = L.Rescaling(0.5, offset=-0.25)(start)
    x = L.Conv2D(6, 3, strides=2, padding="same", activation="relu")(x)
    x = L.BatchNormalization()(x)
    y = L.DepthwiseConv2D(3, padding="same")(x)
    x = L.Add()([x, L.ReLU(6.0)(y)])
    x = L.MaxPooling2D(2)(x)
    z = L.GlobalAveragePooling2D()(x)
    w = L.Flatten()(x)
    x = L.Concatenate()([L.Dense(5, activation="tanh")(w), z])
    return keras.Model(start, L.Dense(4, activation="softmax")(x))


def write_torch(folder, name, model, shape, dynamo):
    model.eval()
    sample = torch.randn(2, *shape)
    path = folder / f"{name}.onnx"
    arguments = {"dynamo": True, "external_data": False} if dynamo else {"dynamo": False, "dynamic_axes": {"x": {0: "batch"}}}
    torch.onnx.export(model, (sample,), path, input_names=["x"], output_names=["y"], **arguments)
    return sample.numpy(), True


def write_keras(folder, name):
    import tensorflow as tf
    import tf2onnx

    model = keras_model()
    for weight in model.weights:
        values = np.asarray(weight)
        isScale = "variance" in weight.path or "gamma" in weight.path
        weight.assign(np.random.uniform(0.3, 1.2, values.shape) if isScale else values + np.random.normal(0, 0.1, values.shape))
    call = tf.function(lambda values: model(values, training=False), input_signature=[tf.TensorSpec((None, *model.input_shape[1:]), tf.float32)])
    proto, _ = tf2onnx.convert.from_function(call, input_signature=call.input_signature, opset=15)
    (folder / f"{name}.onnx").write_bytes(proto.SerializeToString())
    return np.random.normal(0, 1, (2, *model.input_shape[1:])).astype("float32"), False


def shake(model):
    """Values that are nothing special: fresh statistics would hide a mix-up."""
    for name, values in model.state_dict().items():
        if not values.is_floating_point():
            continue
        if "running_var" in name or "stem.1.weight" in name:
            values.uniform_(0.3, 1.2)
        else:
            values.add_(torch.randn_like(values) * 0.1)
    return model


def strip(path):
    """Takes away where the program lay that wrote the model."""
    model = onnx.load(path)
    for part in (model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    onnx.save(model, path)


def main(folder):
    torch.manual_seed(1)
    np.random.seed(1)
    folder.mkdir(parents=True, exist_ok=True)
    models = [
        ("torchDigits", Digits(), (1, 12, 16)),
        ("torchMobile", Mobile(), (3, 16, 16)),
        ("torchMasks", Masks(), (2, 10, 12)),
        ("torchBlocks", Blocks(), (3, 8, 8)),
    ]
    written = []
    for name, model, shape in models:
        for dynamo in (False, True):
            own = f"{name}{'Dynamo' if dynamo else ''}"
            written.append((own, *write_torch(folder, own, shake(model), shape, dynamo)))
    written.append(("tf2onnxBranches", *write_keras(folder, "tf2onnxBranches")))
    for name, sample, is_first in written:
        path = folder / f"{name}.onnx"
        strip(path)
        onnx.checker.check_model(str(path))
        session = onnxruntime.InferenceSession(str(path))
        answer = session.run(None, {session.get_inputs()[0].name: sample})[0]
        np.save(folder / f"{name}.x.npy", np.ascontiguousarray(sample.transpose(0, 2, 3, 1) if is_first else sample))
        np.save(folder / f"{name}.y.npy", np.ascontiguousarray(answer.transpose(0, 2, 3, 1) if answer.ndim == 4 and is_first else answer))


main(Path(sys.argv[1]))
