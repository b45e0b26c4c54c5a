/** `optimization.py`: how weights are changed, step by step. */
export const optimizationProgram = `"""Optimizers, learning rates and what else settings.json says of how weights change."""

import math

import torch


def make_optimizer(settings, model):
    """PyTorch's optimizer of that name; its rate is set before every step."""
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    name, rate = settings["optimizer"], settings["learningRate"]
    if name == "sgd":
        return torch.optim.SGD(parameters, lr=rate)
    if name in ("momentum", "nesterov"):
        return torch.optim.SGD(parameters, lr=rate, momentum=settings["momentum"], nesterov=name == "nesterov")
    if name == "rmsprop":
        return torch.optim.RMSprop(parameters, lr=rate, alpha=0.9, eps=settings["epsilon"])
    # AdamW is Adam with the weight decay of take_decay.
    return torch.optim.Adam(parameters, lr=rate, betas=(settings["beta1"], settings["beta2"]), eps=settings["epsilon"])


@torch.no_grad()
def take_decay(settings, model, rate):
    """Weight decay of its own, w <- w - rate * decay * w, whatever the optimizer."""
    decay = settings["weightDecay"]
    if decay == 0:
        return
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.mul_(1 - rate * decay)


def penalty(settings, model):
    """What large weights cost, by layer."""
    total = 0.0
    for name, cost in settings["penalties"].items():
        weight = model.get_parameter(name)
        total = total + cost["l1"] * weight.abs().sum() + cost["l2"] * weight.square().sum()
    return total


@torch.no_grad()
def keep_within(settings, model):
    """Shortens filters and units that are longer than their layer's limit."""
    for name, limit in settings["largestNorms"].items():
        weight = model.get_parameter(name)
        lengths = weight.flatten(1).norm(dim=1).clamp(min=limit)
        weight.mul_((limit / lengths).view(-1, *[1] * (weight.ndim - 1)))


def learning_rate(settings, step, steps_per_epoch, losses):
    """The rate of a step, counted from 0 over the whole run; losses are those of the epochs done."""
    rate, epochs = settings["learningRate"], settings["epochs"]
    if settings["schedule"] == "oneCycle":
        return rate * one_cycle(step, epochs * steps_per_epoch)
    warm_up = min(settings["warmUpEpochs"], epochs) * steps_per_epoch
    if step < warm_up:
        return rate * (step + 1) / warm_up
    done = step - warm_up
    factor, every = settings["scheduleFactor"], settings["scheduleEpochs"]
    if settings["schedule"] == "step":
        return rate * factor ** (done // (steps_per_epoch * every))
    if settings["schedule"] == "exponential":
        return rate * factor ** (done / steps_per_epoch)
    if settings["schedule"] == "cosine":
        return rate * (1 + math.cos(math.pi * done / max(1, epochs * steps_per_epoch - warm_up))) / 2
    if settings["schedule"] == "plateau":
        return rate * factor ** count_waits(losses, every, 1e-4)
    return rate


def one_cycle(step, steps):
    """Leslie Smith's 1cycle as torch.optim.lr_scheduler.OneCycleLR has it, as a share of the largest rate."""
    top = 0.3 * steps - 1
    if step <= top:
        return anneal(1 / 25, 1, step / top if top > 0 else 1)
    return anneal(1, 1 / 25 / 1e4, min(1, (step - top) / (steps - 1 - top)))


def anneal(start, end, share):
    return end + (start - end) / 2 * (1 + math.cos(math.pi * share))


def count_waits(losses, patience, smallest_change):
    """How often so many epochs went by without a better loss, counting anew after each time."""
    best, waited, rounds = math.inf, 0, 0
    for loss in losses:
        if loss < best - smallest_change:
            best, waited = loss, 0
            continue
        waited += 1
        if waited == patience:
            rounds, waited = rounds + 1, 0
    return rounds


def is_out_of_patience(settings, losses):
    patience = settings["stopPatience"]
    return patience is not None and count_waits(losses, patience, settings["stopMinChange"]) > 0
`;
