"""one block: a network drawn in Layerloom.

The sizes in comments are those of one sample: channels, rows, columns.
"""

import torch
from torch import nn
from torch.nn import functional as F


class OneBlock(nn.Module):
    """4 x 6 x 6 in, 10 out; 4266 weights."""

    def __init__(self):
        super().__init__()
        self.conv_1 = nn.Conv2d(4, 8, kernel_size=3, padding=1, bias=False)
        self.norm_1 = nn.BatchNorm2d(8, eps=0.001, momentum=0.01)
        self.conv_2 = nn.Conv2d(8, 16, kernel_size=3, stride=2, bias=False)
        self.norm_2 = nn.BatchNorm2d(16, eps=0.001, momentum=0.01)
        self.conv_3 = nn.Conv2d(16, 16, kernel_size=3, padding=1, bias=False)
        self.norm_3 = nn.BatchNorm2d(16, eps=0.001, momentum=0.01)
        self.conv_4 = nn.Conv2d(8, 16, kernel_size=1, stride=2, bias=False)
        self.norm_4 = nn.BatchNorm2d(16, eps=0.001, momentum=0.01)
        self.output = nn.Linear(16, 10)

    def forward(self, x):
        """The answer before its last activation, which predict() adds."""
        x = self.conv_1(x)  # 8, 6, 6
        x = self.norm_1(x)
        activation_1 = F.relu(x)
        x = F.pad(activation_1, (0, 1, 0, 1))
        x = self.conv_2(x)  # 16, 3, 3
        x = self.norm_2(x)
        x = F.relu(x)
        x = self.conv_3(x)
        norm_3 = self.norm_3(x)
        x = self.conv_4(activation_1)  # 16, 3, 3
        x = self.norm_4(x)
        x = norm_3 + x
        x = F.relu(x)
        x = x.mean(dim=(2, 3))  # 16
        return self.output(x)  # 10

    def predict(self, x):
        """The answer with its last activation."""
        return torch.softmax(self(x), dim=1)
