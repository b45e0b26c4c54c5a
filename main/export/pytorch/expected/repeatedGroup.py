"""stacked: a network drawn in Layerloom.

The sizes in comments are those of one sample: channels, rows, columns.
"""

import torch
from torch import nn
from torch.nn import functional as F


class BodyBlock(nn.Module):
    """One copy of the group body."""

    def __init__(self):
        super().__init__()
        self.look = nn.Conv2d(8, 8, kernel_size=3, padding=1)

    def forward(self, inputs):
        x = F.relu(self.look(inputs))
        return x + inputs


class Stacked(nn.Module):
    """4 x 6 x 6 in, 10 out; 2138 weights."""

    def __init__(self):
        super().__init__()
        self.grow = nn.Conv2d(4, 8, kernel_size=3, padding=1)
        self.body = nn.Sequential(*(BodyBlock() for _ in range(3)))
        self.output = nn.Linear(8, 10)

    def forward(self, x):
        """The answer before its last activation, which predict() adds."""
        x = self.grow(x)  # 8, 6, 6
        x = self.body(x)
        x = x.mean(dim=(2, 3))  # 8
        return self.output(x)  # 10

    def predict(self, x):
        """The answer with its last activation."""
        return torch.softmax(self(x), dim=1)
