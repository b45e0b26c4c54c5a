"""Opens exported models with Keras and prints, one JSON line per case, how far its answers are from ours."""

import json
import os
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

cases = json.load(open(os.path.join(sys.argv[1], "cases.json")))
for case in cases:
    if case["refusal"] is not None or case["target"] not in ("keras", "h5"):
        continue
    line = {"name": case["name"], "target": case["target"], "difference": None, "error": None}
    try:
        inputs = np.fromfile(os.path.join(case["folder"], "inputs.bin"), "<f4").reshape(case["inputShape"])
        expected = np.fromfile(os.path.join(case["folder"], "expected.bin"), "<f4").reshape(case["outputShape"])
        model = keras.saving.load_model(case["files"][0], compile=False)
        answer = keras.ops.convert_to_numpy(model(inputs, training=False))
        if answer.shape != expected.shape:
            raise ValueError(f"answers {answer.shape}, expected {expected.shape}")
        line["difference"] = float(np.abs(answer - expected).max())
    except Exception as error:
        line["error"] = f"{type(error).__name__}: {error}"[:600]
    print(json.dumps(line), flush=True)
print(json.dumps({"version": keras.__version__, "backend": keras.backend.backend()}))
