"""Trains one network in Keras or PyTorch whenever a line on standard input asks for a number of samples.

Usage: train.py (keras | pytorch | pytorch-channels-last) NETWORK SAMPLES STARTED, the last in milliseconds since 1970.
Answers in JSON, a line at a time, as bench/train/contender.ts reads it.
"""

import json
import resource
import sys
import time

FRAMEWORK, NETWORK, SAMPLES, STARTED = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
BATCH = 64


def say(**answer):
    print(json.dumps(answer), flush=True)


def make_data():
    import numpy as np

    generator = np.random.default_rng(1)
    shape = (28, 28, 1) if NETWORK == "mnist" else (32, 32, 3)
    images = generator.random((SAMPLES, *shape), dtype=np.float32)
    return images, generator.integers(0, 10, SAMPLES).astype("int64")


def keras_network(keras):
    layers = keras.layers
    if NETWORK == "mnist":
        return keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                layers.Conv2D(32, 3, activation="relu"),
                layers.MaxPooling2D(2),
                layers.Conv2D(64, 3, activation="relu"),
                layers.MaxPooling2D(2),
                layers.Flatten(),
                layers.Dropout(0.5),
                layers.Dense(10, activation="softmax"),
            ]
        )
    if NETWORK.startswith("cifar"):

        def convolve(filters):
            if NETWORK == "cifar":
                return [layers.Conv2D(filters, 3, padding="same", activation="relu")]
            return [layers.Conv2D(filters, 3, padding="same"), layers.BatchNormalization(), layers.ReLU()]

        def stage(filters):
            return [*convolve(filters), *convolve(filters), layers.MaxPooling2D(2), layers.Dropout(0.25)]

        head = [layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dropout(0.5), layers.Dense(10, activation="softmax")]
        return keras.Sequential([keras.Input((32, 32, 3)), *stage(32), *stage(64), *head])

    def convolve(x, filters, stride=1, size=3, is_last=False):
        x = layers.Conv2D(filters, size, strides=stride, padding="same", use_bias=False)(x)
        x = layers.BatchNormalization()(x)
        return x if is_last else layers.ReLU()(x)

    images = keras.Input((32, 32, 3))
    x = convolve(images, 16)
    for stage_number, filters in enumerate((16, 32, 64)):
        for block in range(3):
            stride = 2 if stage_number and block == 0 else 1
            main = convolve(convolve(x, filters, stride), filters, is_last=True)
            shortcut = convolve(x, filters, stride, 1, True) if stride == 2 else x
            x = layers.ReLU()(layers.Add()([main, shortcut]))
    return keras.Model(images, layers.Dense(10, activation="softmax")(layers.GlobalAveragePooling2D()(x)))


def serve_keras():
    import keras

    images, labels = make_data()
    labels = keras.utils.to_categorical(labels, 10).astype("float32")
    model = keras_network(keras)
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="categorical_crossentropy")

    def train(samples):
        model.fit(images[:samples], labels[:samples], batch_size=BATCH, epochs=1, verbose=0)

    version = f"Keras {keras.__version__}, {keras.backend.backend()}"
    return train, version, model.count_params()


def torch_network(nn):
    if NETWORK == "mnist":
        return nn.Sequential(
            nn.Conv2d(1, 32, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Dropout(0.5),
            nn.Linear(1600, 10),
        )
    if NETWORK.startswith("cifar"):

        def convolve(channels, filters):
            normalization = [nn.BatchNorm2d(filters)] if NETWORK == "cifar-bn" else []
            return [nn.Conv2d(channels, filters, 3, padding=1), *normalization, nn.ReLU()]

        def stage(channels, filters):
            return [*convolve(channels, filters), *convolve(filters, filters), nn.MaxPool2d(2), nn.Dropout(0.25)]

        head = [nn.Flatten(), nn.Linear(4096, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10)]
        return nn.Sequential(*stage(3, 32), *stage(32, 64), *head)

    class Block(nn.Module):
        def __init__(self, channels, filters, stride):
            super().__init__()
            self.first = nn.Conv2d(channels, filters, 3, stride, 1, bias=False)
            self.first_norm = nn.BatchNorm2d(filters)
            self.second = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
            self.second_norm = nn.BatchNorm2d(filters)
            projection = [nn.Conv2d(channels, filters, 1, stride, bias=False), nn.BatchNorm2d(filters)]
            self.shortcut = nn.Sequential(*projection) if stride == 2 else nn.Identity()

        def forward(self, x):
            main = self.second_norm(self.second(nn.functional.relu(self.first_norm(self.first(x)))))
            return nn.functional.relu(main + self.shortcut(x))

    blocks = []
    channels = 16
    for stage_number, filters in enumerate((16, 32, 64)):
        for block in range(3):
            blocks.append(Block(channels, filters, 2 if stage_number and block == 0 else 1))
            channels = filters
    stem = [nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU()]
    return nn.Sequential(*stem, *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def serve_torch():
    import torch

    layout = torch.channels_last if FRAMEWORK.endswith("channels-last") else torch.contiguous_format
    pixels, classes = make_data()
    images = torch.from_numpy(pixels).permute(0, 3, 1, 2).contiguous(memory_format=layout)
    labels = torch.from_numpy(classes)
    model = torch_network(torch.nn).to(memory_format=layout)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    entropy = torch.nn.CrossEntropyLoss()

    def train(samples):
        model.train()
        order = torch.randperm(samples)
        for start in range(0, samples, BATCH):
            batch = order[start : start + BATCH]
            optimizer.zero_grad(set_to_none=True)
            loss = entropy(model(images[batch]), labels[batch])
            loss.backward()
            optimizer.step()
        loss.item()

    # Stored statistics count as weights, as they do in Keras.
    kept = [*model.parameters(), *(buffer for buffer in model.buffers() if buffer.dim() > 0)]
    return train, f"PyTorch {torch.__version__}", sum(values.numel() for values in kept)


train, version, parameters = serve_keras() if FRAMEWORK == "keras" else serve_torch()
train(BATCH)
say(secondsToFirstBatch=time.time() - STARTED / 1000, version=version, parameters=parameters)
for line in sys.stdin:
    samples = int(line)
    start = time.perf_counter()
    train(samples)
    say(imagesPerSecond=samples / (time.perf_counter() - start))
# Linux counts in kilobytes, macOS in bytes.
say(peakBytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
