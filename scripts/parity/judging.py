"""What every judge does: ask the files of each case for their answers, and write down how far they are from ours, one JSON line per case.

The program is called with the folder of the cases and the file to write.
"""

import json
import os
import sys

import numpy as np


def judge(targets, answer, version):
    """`answer(files, inputs, case)` opens the files of one case and gives its answers to `inputs`, channels last.

    The last line says which program judged.
    """
    with open(os.path.join(sys.argv[1], "cases.json")) as file:
        cases = json.load(file)
    for case in cases:
        if case["refusal"] is not None or case["target"] not in targets:
            continue
        line = {"name": case["name"], "target": case["target"], "difference": None, "error": None}
        try:
            inputs = read(case, "inputs.bin", case["inputShape"])
            expected = read(case, "expected.bin", case["outputShape"])
            given = np.asarray(answer(case["files"], inputs, case))
            if given.shape != expected.shape:
                raise ValueError(f"answers {given.shape}, expected {expected.shape}")
            difference = float(np.abs(given - expected).max())
            if not np.isfinite(difference):
                raise ValueError("answers with what is no number")
            line["difference"] = difference
        except Exception as error:
            line["error"] = f"{type(error).__name__}: {error}"[:600]
        write(line)
    write({"version": version})


def write(line):
    with open(sys.argv[2], "a") as file:
        file.write(json.dumps(line) + "\n")


def read(case, name, shape):
    return np.fromfile(os.path.join(case["folder"], name), "<f4").reshape(shape)
