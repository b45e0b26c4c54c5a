"""Compares the rates and losses of an exported training kit with ours: judgeRules.py KIT RULES"""

import json
import sys

sys.path.insert(0, sys.argv[1])

import torch
from losses import make_loss
from optimization import is_out_of_patience, learning_rate

with open(sys.argv[2]) as file:
    rules = json.load(file)

largest = 0.0
for rule in rules["rates"]:
    settings = rule["settings"]
    for step in rule["steps"]:
        rate = learning_rate(settings, step["step"], rule["stepsPerEpoch"], step["losses"])
        difference = abs(rate - step["rate"])
        assert difference < 1e-9, f"{settings['schedule']} at step {step['step']}: {rate}, expected {step['rate']}"
        assert is_out_of_patience(settings, step["losses"]) == step["isOutOfPatience"], step

for rule in rules["losses"]:
    settings = rule["settings"]
    loss = make_loss(settings, torch.tensor(rule["classWeights"]))
    labels = torch.tensor(rule["labels"])
    outputs = torch.tensor(rule["outputs"]).reshape(len(labels), -1)
    value, correct = loss(outputs, labels)
    difference = abs(value.item() - rule["loss"])
    largest = max(largest, difference)
    name = f"{settings['loss']} after {settings['lastActivation']}, smoothing {settings['labelSmoothing']}"
    assert difference < 1e-5, f"{name}: {value.item()}, expected {rule['loss']}"
    assert correct == rule["correct"], f"{name}: {correct} right, expected {rule['correct']}"

print(f"{len(rules['rates'])} schedules and {len(rules['losses'])} losses as ours, losses within {largest:.1e}")
