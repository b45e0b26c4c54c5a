"""Checks exported ONNX models with ONNX's own checker and shape inference, and runs them with ONNX Runtime."""

import numpy as np
import onnx
import onnxruntime

from judging import judge

onnxruntime.set_default_logger_severity(3)


def answer(files, inputs, case):
    """ONNX has the channels of a map before rows and columns."""
    model = onnx.load(files[0])
    onnx.checker.check_model(model, full_check=True)
    compare_shapes(model)
    session = onnxruntime.InferenceSession(files[0], providers=["CPUExecutionProvider"])
    batch = np.ascontiguousarray(np.moveaxis(inputs, -1, 1)) if inputs.ndim == 4 else inputs
    given = session.run(None, {session.get_inputs()[0].name: batch})[0]
    return np.moveaxis(given, 1, -1) if given.ndim == 4 else given


def compare_shapes(model):
    """The sizes that the file states for its values are those that ONNX infers without them."""
    stripped = onnx.ModelProto()
    stripped.CopyFrom(model)
    del stripped.graph.value_info[:]
    found = onnx.shape_inference.infer_shapes(stripped, check_type=True, strict_mode=True, data_prop=True)
    sizes = {value.name: dims(value) for value in found.graph.value_info}
    for value in model.graph.value_info:
        if value.name in sizes and sizes[value.name][1:] != dims(value)[1:]:
            raise ValueError(f"{value.name} is stated as {dims(value)} and inferred as {sizes[value.name]}")


def dims(value):
    return [dim.dim_value or dim.dim_param for dim in value.type.tensor_type.shape.dim]


judge(("onnx",), answer, f"ONNX Runtime {onnxruntime.__version__}, checked by ONNX {onnx.__version__}")
