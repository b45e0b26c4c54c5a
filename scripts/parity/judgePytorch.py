"""Runs exported PyTorch programs and prints, one JSON line per case, how far their answers are from ours."""

import importlib.util
import json
import os
import sys

import numpy as np
import torch
from safetensors.torch import load_file

sys.dont_write_bytecode = True


def open_model(folder):
    """The written class with the written weights; every name and size must fit."""
    spec = importlib.util.spec_from_file_location("model", os.path.join(folder, "model.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # The network is the last class of its file.
    classes = [value for value in vars(module).values() if isinstance(value, type) and value.__module__ == "model"]
    model = classes[-1]()
    model.load_state_dict(load_file(os.path.join(folder, "weights.safetensors")), strict=True)
    return model.eval()


cases = json.load(open(os.path.join(sys.argv[1], "cases.json")))
for case in cases:
    if case["refusal"] is not None or case["target"] != "pytorch":
        continue
    line = {"name": case["name"], "target": case["target"], "difference": None, "error": None}
    try:
        inputs = np.fromfile(os.path.join(case["folder"], "inputs.bin"), "<f4").reshape(case["inputShape"])
        expected = np.fromfile(os.path.join(case["folder"], "expected.bin"), "<f4").reshape(case["outputShape"])
        inputs = torch.from_numpy(np.moveaxis(inputs, -1, 1).copy() if inputs.ndim == 4 else inputs)
        with torch.inference_mode():
            answer = open_model(os.path.dirname(case["files"][0])).predict(inputs).numpy()
        answer = np.moveaxis(answer, 1, -1) if answer.ndim == 4 else answer
        if answer.shape != expected.shape:
            raise ValueError(f"answers {answer.shape}, expected {expected.shape}")
        line["difference"] = float(np.abs(answer - expected).max())
    except Exception as error:
        line["error"] = f"{type(error).__name__}: {error}"[:600]
    print(json.dumps(line), flush=True)
print(json.dumps({"version": torch.__version__, "backend": "cpu"}))
