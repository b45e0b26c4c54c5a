"""lenet-5: a network drawn in Layerloom.

The sizes in comments are those of one sample: channels, rows, columns.
"""

import torch
from torch import nn
from torch.nn import functional as F


class Lenet5(nn.Module):
    """1 x 28 x 28 in, 10 out; 61706 weights."""

    def __init__(self):
        super().__init__()
        self.conv_1 = nn.Conv2d(1, 6, kernel_size=5, padding=2)
        self.pool_1 = nn.MaxPool2d(2)
        self.conv_2 = nn.Conv2d(6, 16, kernel_size=5)
        self.pool_2 = nn.MaxPool2d(2)
        self.dense_1 = nn.Linear(400, 120)
        self.dense_2 = nn.Linear(120, 84)
        self.output = nn.Linear(84, 10)

    def forward(self, x):
        """The answer before its last activation, which predict() adds."""
        x = F.relu(self.conv_1(x))  # 6, 28, 28
        x = self.pool_1(x)  # 6, 14, 14
        x = F.relu(self.conv_2(x))  # 16, 10, 10
        x = self.pool_2(x)  # 16, 5, 5
        x = torch.flatten(x, 1)  # 400
        x = F.relu(self.dense_1(x))  # 120
        x = F.relu(self.dense_2(x))  # 84
        return self.output(x)  # 10

    def predict(self, x):
        """The answer with its last activation."""
        return torch.softmax(self(x), dim=1)
