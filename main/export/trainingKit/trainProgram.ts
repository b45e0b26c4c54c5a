/** `train.py`: trains the network on one processor or on many. `className` is a name that the generator has made. */
export function trainProgram(className: string): string {
	return source.replaceAll('NETWORK_CLASS', className);
}

const source = String.raw`"""Trains the network with the settings of settings.json.

    python train.py                                    one process
    torchrun --nproc_per_node=2 train.py               two processes on this machine
    torchrun --nnodes=2 --nproc_per_node=8 --rdzv_backend=c10d --rdzv_endpoint=HOST:29500 train.py

A batch is divided among the processes, so the steps mean the same however many there are. After every
epoch the folder --output holds a checkpoint; --resume goes on from it.
"""

import argparse
import json
import os
import time
from contextlib import contextmanager
from pathlib import Path

import torch
import torch.distributed as dist
from safetensors.torch import load_file, save_file
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, Dataset, DistributedSampler, Subset

from data import load_data
from initialize import initialize
from losses import class_weights_of, make_loss
from model import NETWORK_CLASS
from optimization import is_out_of_patience, keep_within, learning_rate, make_optimizer, penalty, take_decay

HERE = Path(__file__).parent


class Batches(Dataset):
    """Samples for a DataLoader, which asks for a whole batch at once: channels before rows and columns."""

    def __init__(self, samples):
        self.samples = samples

    def __len__(self):
        return len(self.samples)

    def __getitems__(self, numbers):
        pictures = torch.from_numpy(self.samples.pictures(numbers))
        if pictures.ndim == 4:
            pictures = pictures.permute(0, 3, 1, 2).contiguous()
        return pictures, torch.from_numpy(self.samples.labels[numbers])


def as_it_is(batch):
    return batch


@contextmanager
def process_group(backend=None):
    """The processes that torchrun has started; one alone where it has not."""
    if "WORLD_SIZE" not in os.environ or dist.is_initialized():
        yield
        return
    dist.init_process_group(backend or ("nccl" if torch.cuda.is_available() else "gloo"))
    try:
        yield
    finally:
        dist.destroy_process_group()


def rank_and_size():
    return (dist.get_rank(), dist.get_world_size()) if dist.is_initialized() else (0, 1)


def pick_device():
    if not torch.cuda.is_available():
        return torch.device("cpu")
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
    torch.cuda.set_device(device)
    return device


def sum_over_all(values, device):
    """Sums over all processes."""
    total = torch.tensor(values, dtype=torch.float64, device=device)
    if dist.is_initialized():
        dist.all_reduce(total)
    return total.tolist()


class Trainer:
    """One run: the network, its samples and where it stands."""

    def __init__(self, settings, data, output, threads_for_data=0):
        self.settings = settings
        self.output = Path(output)
        self.rank, self.size = rank_and_size()
        self.device = pick_device()
        torch.manual_seed(settings["seed"])
        self.model = NETWORK_CLASS()
        initialize(self.model)
        self.model.to(self.device)
        self.network = DistributedDataParallel(self.model, gradient_as_bucket_view=True) if dist.is_initialized() else self.model
        self.optimizer = make_optimizer(settings, self.model)
        weights = class_weights_of(settings, data["train"].labels)
        self.loss = make_loss(settings, None if weights is None else weights.to(self.device))
        self.data = {name: Batches(samples) for name, samples in data.items()}
        share = max(1, -(-settings["batchSize"] // self.size))
        self.sampler = DistributedSampler(
            self.data["train"], num_replicas=self.size, rank=self.rank, shuffle=True, seed=settings["seed"]
        )
        self.loader = DataLoader(
            self.data["train"],
            batch_size=share,
            sampler=self.sampler,
            collate_fn=as_it_is,
            num_workers=threads_for_data,
            pin_memory=self.device.type == "cuda",
        )
        self.epoch = 0
        self.losses = []

    def run(self, after_epoch=None):
        """All epochs, then the test of the best; returns what the test said, or None without test samples."""
        while self.epoch < self.settings["epochs"] and not is_out_of_patience(self.settings, self.losses):
            line = self.train_epoch()
            is_best = not self.losses or line["deciding_loss"] < min(self.losses)
            self.losses.append(line["deciding_loss"])
            self.epoch += 1
            self.save(is_best)
            self.tell(line)
            if after_epoch:
                after_epoch(line)
        return self.test()

    def train_epoch(self):
        started = time.monotonic()
        # Every epoch draws anew from the seed, so that a run that was resumed is the same run.
        torch.manual_seed(self.settings["seed"] + 1_000_003 * (self.epoch + 1) + self.rank)
        self.sampler.set_epoch(self.epoch)
        self.network.train()
        totals = [0.0, 0, 0]
        for batch, (pictures, labels) in enumerate(self.loader):
            rate = learning_rate(self.settings, self.epoch * len(self.loader) + batch, len(self.loader), self.losses)
            loss, correct = self.step(pictures.to(self.device), labels.to(self.device), rate)
            totals = [totals[0] + loss * len(labels), totals[1] + correct, totals[2] + len(labels)]
        loss, correct, count = sum_over_all(totals, self.device)
        line = {
            "epoch": self.epoch + 1,
            "loss": loss / count,
            "accuracy": correct / count,
            "learning_rate": rate,
            "seconds": time.monotonic() - started,
        }
        held_back = self.evaluate("validation")
        if held_back:
            line["validation_loss"], line["validation_accuracy"] = held_back
        line["deciding_loss"] = line.get("validation_loss", line["loss"])
        return line

    def step(self, pictures, labels, rate):
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.zero_grad(set_to_none=True)
        loss, correct = self.loss(self.network(pictures), labels)
        (loss + penalty(self.settings, self.model)).backward()
        if not torch.isfinite(loss):
            raise SystemExit(f"The loss is no number any more in epoch {self.epoch + 1}: take a smaller learning rate.")
        if self.settings["clipNorm"] is not None:
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.settings["clipNorm"])
        take_decay(self.settings, self.model, rate)
        self.optimizer.step()
        keep_within(self.settings, self.model)
        return loss.item(), correct

    @torch.no_grad()
    def evaluate(self, name):
        """Loss and accuracy over one split, each process with its share; None where it is empty."""
        samples = self.data[name]
        if len(samples) == 0:
            return None
        self.network.eval()
        loader = DataLoader(
            Subset(samples, range(self.rank, len(samples), self.size)), batch_size=128, collate_fn=as_it_is
        )
        totals = [0.0, 0, 0]
        for pictures, labels in loader:
            loss, correct = self.loss(self.model(pictures.to(self.device)), labels.to(self.device), weighted=False)
            totals = [totals[0] + loss.item() * len(labels), totals[1] + correct, totals[2] + len(labels)]
        loss, correct, count = sum_over_all(totals, self.device)
        return loss / count, correct / count

    def test(self):
        """The weights of the best epoch meet the test samples, which nothing was decided by."""
        if dist.is_initialized():
            dist.barrier()
        self.model.load_state_dict(load_file(self.output / "best.safetensors"))
        answer = self.evaluate("test")
        if answer is None:
            return None
        line = {"test_loss": answer[0], "test_accuracy": answer[1]}
        self.tell(line)
        return line

    def save(self, is_best):
        if self.rank != 0:
            return
        self.output.mkdir(parents=True, exist_ok=True)
        weights = {name: tensor.detach().cpu().contiguous() for name, tensor in self.model.state_dict().items()}
        if is_best:
            save_file(weights, self.output / "best.safetensors.partial")
            os.replace(self.output / "best.safetensors.partial", self.output / "best.safetensors")
        state = {
            "model": weights,
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "losses": self.losses,
        }
        torch.save(state, self.output / "checkpoint.pt.partial")
        os.replace(self.output / "checkpoint.pt.partial", self.output / "checkpoint.pt")

    def resume(self):
        """Goes on where the last checkpoint was written; from the start where there is none."""
        path = self.output / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch = state["epoch"]
        self.losses = state["losses"]
        if self.rank == 0:
            print(f"Going on after epoch {self.epoch}.", flush=True)

    def tell(self, line):
        if self.rank != 0:
            return
        print("  ".join(f"{name} {value:.5g}" for name, value in line.items()), flush=True)
        with open(self.output / "metrics.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def read_settings():
    return json.loads((HERE / "settings.json").read_text(encoding="utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", help="folder with the pictures that samples.csv lists")
    parser.add_argument("--output", default="run", help="folder for checkpoints and metrics.jsonl")
    parser.add_argument("--epochs", type=int, help="instead of those of settings.json")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --output")
    parser.add_argument("--backend", choices=["gloo", "nccl"], help="how processes talk; nccl where there are GPUs")
    parser.add_argument("--workers", type=int, default=0, help="processes that read pictures, for each that trains")
    chosen = parser.parse_args()
    settings = read_settings()
    if chosen.epochs is not None:
        settings["epochs"] = chosen.epochs
    if settings["augmentationNotCarried"]:
        names = ", ".join(settings["augmentationNotCarried"])
        print(f"In the app the training pictures were changed at random ({names}); here they stay as they are.", flush=True)
    data = load_data(settings["inputShape"], chosen.data)
    with process_group(chosen.backend):
        trainer = Trainer(settings, data, chosen.output, chosen.workers)
        if chosen.resume:
            trainer.resume()
        elif (trainer.output / "checkpoint.pt").exists():
            raise SystemExit(f"{chosen.output} holds a run already: name another --output, or --resume it.")
        trainer.run()


if __name__ == "__main__":
    main()
`;
