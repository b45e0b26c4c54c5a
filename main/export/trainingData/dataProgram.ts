/** `data.py`: samples for training programs, whatever framework they use. Needs NumPy, and Pillow for folders of pictures. */
export const dataProgram = `"""The samples that the network was trained on, split as they were then.

data.npz beside this file holds x_train, y_train, x_validation, y_validation, x_test and y_test: 8-bit
pixels, samples x rows x columns x channels, and class numbers. Without it, samples.csv lists the
pictures of a folder: split, label and file.
"""

import csv
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent


class Samples:
    """One split: labels, and pictures by number as 32-bit floats from 0 to 1, channels last."""

    def __init__(self, labels, read):
        self.labels = np.asarray(labels, dtype=np.int64)
        self._read = read

    def __len__(self):
        return len(self.labels)

    def pictures(self, numbers):
        return self._read(numbers)


def load_data(shape, folder=None):
    """The splits by name: train, validation and test. shape is [rows, columns, channels] or [values]."""
    arrays = HERE / "data.npz"
    if arrays.exists():
        return _from_arrays(np.load(arrays), shape)
    listing = HERE / "samples.csv"
    if not listing.exists():
        raise SystemExit(f"Put your samples into {arrays}, as the first lines of data.py describe them.")
    if folder is None:
        raise SystemExit("Name the folder with the pictures: --data FOLDER")
    with open(listing, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        split: _from_files([row for row in rows if row["split"] == split], Path(folder), shape)
        for split in ("train", "validation", "test")
    }


def _from_arrays(stored, shape):
    def split(name):
        pixels = stored[f"x_{name}"]
        labels = stored[f"y_{name}"]
        read = lambda numbers: pixels[numbers].astype(np.float32).reshape(len(numbers), *shape) / 255
        return Samples(labels, read)

    return {name: split(name) for name in ("train", "validation", "test")}


def _from_files(rows, folder, shape):
    files = [folder / row["file"] for row in rows]

    def read(numbers):
        return np.stack([read_picture(files[number], shape) for number in numbers])

    return Samples([int(row["label"]) for row in rows], read)


def read_picture(path, shape):
    """One picture, stretched to the size of the network's input; see-through parts become white."""
    from PIL import Image

    rows, columns, channels = shape
    with Image.open(path) as picture:
        if "A" in picture.getbands():
            paper = Image.new("RGBA", picture.size, "white")
            picture = Image.alpha_composite(paper, picture.convert("RGBA"))
        picture = picture.convert("L" if channels == 1 else "RGB")
        picture = picture.resize((columns, rows), Image.Resampling.BILINEAR)
    return np.asarray(picture, dtype=np.float32).reshape(shape) / 255
`;
