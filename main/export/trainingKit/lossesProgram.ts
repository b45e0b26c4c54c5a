/** `losses.py`: the loss of the document, and how many answers are right. */
export const lossesProgram = `"""The losses that settings.json may name, each a mean over the samples of a batch."""

import torch
from torch.nn import functional as F

LAST_ACTIVATIONS = {
    "softmax": lambda values: torch.softmax(values, dim=1),
    "sigmoid": torch.sigmoid,
    "linear": lambda values: values,
}


def make_loss(settings, class_weights=None):
    """A function of the network's answers and the class numbers; gives the loss and how many are right."""
    per_sample = LOSSES[settings["loss"]]
    finish = LAST_ACTIVATIONS["linear" if settings["lossTakesLogits"] else settings["lastActivation"]]

    def loss(answers, labels, weighted=True):
        values = finish(answers)
        losses = per_sample(values, labels, settings["labelSmoothing"])
        if class_weights is not None and weighted:
            losses = losses * class_weights[labels]
        return losses.mean(), count_right(values.detach(), labels, settings["loss"])

    return loss


def class_weights_of(settings, labels):
    """Samples / (classes x samples of the class), where rare classes are to count for more."""
    if settings["classWeights"] == "none":
        return None
    counts = torch.bincount(torch.from_numpy(labels)).double()
    weights = len(labels) / ((counts > 0).sum() * counts)
    return torch.where(counts > 0, weights, 0.0).float()


def softmax_cross_entropy(values, labels, smoothing):
    return F.cross_entropy(values, labels, reduction="none", label_smoothing=smoothing)


def binary_cross_entropy(values, labels, smoothing):
    targets = targets_like(values, labels) * (1 - smoothing) + smoothing / 2
    return F.binary_cross_entropy_with_logits(values, targets, reduction="none").mean(dim=1)


def cross_entropy_of_shares(values, labels, smoothing):
    targets = targets_like(values, labels) * (1 - smoothing) + smoothing / 2
    return F.binary_cross_entropy(values.clamp(1e-7, 1 - 1e-7), targets, reduction="none").mean(dim=1)


def mean_squared_error(values, labels, smoothing):
    return (values - targets_like(values, labels)).square().mean(dim=1)


def mean_absolute_error(values, labels, smoothing):
    return (values - targets_like(values, labels)).abs().mean(dim=1)


def huber(values, labels, smoothing):
    return F.huber_loss(values, targets_like(values, labels), reduction="none").mean(dim=1)


LOSSES = {
    "softmaxCrossEntropy": softmax_cross_entropy,
    "binaryCrossEntropy": binary_cross_entropy,
    "crossEntropyOfShares": cross_entropy_of_shares,
    "meanSquaredError": mean_squared_error,
    "meanAbsoluteError": mean_absolute_error,
    "huber": huber,
}


def targets_like(values, labels):
    """The label itself for one value, else 1 for the right class and 0 for the others."""
    if values.shape[1] == 1:
        return labels.to(values.dtype).unsqueeze(1)
    return F.one_hot(labels, values.shape[1]).to(values.dtype)


def count_right(values, labels, loss):
    if values.shape[1] > 1:
        return int((values.argmax(dim=1) == labels).sum())
    border = {"binaryCrossEntropy": 0.0, "crossEntropyOfShares": 0.5}.get(loss)
    found = values[:, 0].round() if border is None else values[:, 0] > border
    return int((found.long() == labels).sum())
`;
