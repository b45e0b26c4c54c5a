/** `ray_train.py`: the same training under Ray Train. */
export const rayProgram = `"""Trains the network on a Ray cluster: python ray_train.py --processes 2

Ray starts the processes, on this machine or on those of its cluster, and starts them again when one is
lost; they go on from the last checkpoint.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import ray.train
import torch
from ray.train import Checkpoint, FailureConfig, RunConfig, ScalingConfig
from ray.train.torch import TorchTrainer
from safetensors.torch import load_file

from data import load_data
from train import HERE, Trainer, read_settings

FILES = ("checkpoint.pt", "best.safetensors")


def train_one(chosen):
    """What every process does."""
    settings = chosen["settings"]
    data = load_data(settings["inputShape"], chosen["data"])
    with tempfile.TemporaryDirectory() as place:
        trainer = Trainer(settings, data, place)
        earlier = ray.train.get_checkpoint()
        if earlier:
            with earlier.as_directory() as folder:
                shutil.copytree(folder, place, dirs_exist_ok=True)
            trainer.resume()

        def report(line):
            if trainer.rank != 0:
                ray.train.report(line)
                return
            with tempfile.TemporaryDirectory() as folder:
                for name in FILES:
                    shutil.copy(Path(place) / name, folder)
                ray.train.report(line, checkpoint=Checkpoint.from_directory(folder))

        # Only the first process writes files, so the others ask it for the best weights.
        trainer.test = lambda: test_everywhere(trainer)
        answer = trainer.run(report)
        if answer and trainer.rank == 0:
            print("  ".join(f"{name} {value:.5g}" for name, value in answer.items()), flush=True)


def test_everywhere(trainer):
    """Like Trainer.test, with the best weights sent to all processes."""
    if trainer.rank == 0:
        trainer.model.load_state_dict(load_file(trainer.output / "best.safetensors"))
    if trainer.size > 1:
        for tensor in trainer.model.state_dict().values():
            torch.distributed.broadcast(tensor, 0)
    answer = trainer.evaluate("test")
    return answer and {"test_loss": answer[0], "test_accuracy": answer[1]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--data", help="folder with the pictures that samples.csv lists, the same on all machines")
    parser.add_argument("--storage", default=str(Path("ray").absolute()), help="folder or address that all machines reach")
    parser.add_argument("--epochs", type=int, help="instead of those of settings.json")
    chosen = parser.parse_args()
    settings = read_settings()
    if chosen.epochs is not None:
        settings["epochs"] = chosen.epochs
    # The programs beside this one go with it to every machine.
    ray.init(runtime_env={"working_dir": str(HERE), "excludes": ["ray", "run", ".venv"]}, ignore_reinit_error=True)
    trainer = TorchTrainer(
        train_one,
        train_loop_config={"settings": settings, "data": chosen.data and str(Path(chosen.data).absolute())},
        scaling_config=ScalingConfig(num_workers=chosen.processes, use_gpu=torch.cuda.is_available()),
        run_config=RunConfig(name="layerloom", storage_path=chosen.storage, failure_config=FailureConfig(max_failures=2)),
    )
    trainer.fit()


if __name__ == "__main__":
    main()
`;
