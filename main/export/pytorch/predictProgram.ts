/** `predict.py`: opens the network and names what is in a picture. `className` is a name that the generator has made. */
export function predictProgram(className: string): string {
	return `"""Says what is in a picture: python predict.py PICTURE"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file

from model import ${className}

FOLDER = Path(__file__).parent


def load_model():
    """The network with its trained weights, ready to answer."""
    model = ${className}()
    model.load_state_dict(load_file(FOLDER / "weights.safetensors"), strict=True)
    return model.eval()


def load_picture(path, settings):
    """A batch of one: 1 x channels x rows x columns, values from 0 to 1."""
    with Image.open(path) as picture:
        if "A" in picture.getbands():
            paper = Image.new("RGBA", picture.size, "white")
            picture = Image.alpha_composite(paper, picture.convert("RGBA"))
        picture = picture.convert("L" if settings["channels"] == 1 else "RGB")
        picture = picture.resize((settings["width"], settings["height"]), Image.Resampling.BILINEAR)
    pixels = np.asarray(picture, dtype=np.float32) / 255
    pixels = pixels.reshape(settings["height"], settings["width"], settings["channels"])
    return torch.from_numpy(pixels).permute(2, 0, 1).unsqueeze(0)


@torch.inference_mode()
def main(path):
    settings = json.loads((FOLDER / "preprocessing.json").read_text(encoding="utf-8"))
    classes = json.loads((FOLDER / "classes.json").read_text(encoding="utf-8"))
    answer = load_model().predict(load_picture(path, settings))[0]
    for place in answer.argsort(descending=True)[:3].tolist():
        print(f"{classes[place]}: {answer[place]:.1%}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
`;
}
