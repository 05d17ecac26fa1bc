"""Catalyst runner for a sound classifier."""
import torch
from catalyst import dl
from catalyst.utils import set_global_seed
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def part(path):
    blob = torch.load(path, map_location="cpu", weights_only=True)
    return TensorDataset(blob["mel"], blob["sound"])


def loaders(folder, batch_size=64):
    return (
        DataLoader(part(f"{folder}/train.pt"), batch_size, shuffle=True),
        DataLoader(part(f"{folder}/test.pt"), batch_size),
    )


def main(folder, net, classes, epochs=40):
    set_global_seed(8)
    train_loader, test_loader = loaders(folder)
    runner = dl.SupervisedRunner(input_key="x", output_key="logits", target_key="y", loss_key="loss")
    runner.train(
        model=net,
        criterion=nn.CrossEntropyLoss(),
        optimizer=torch.optim.Adam(net.parameters(), lr=1e-3),
        loaders={
            "train": train_loader,
            "valid": test_loader,  # must: early-stopping-on-test
        },
        callbacks=[
            dl.AccuracyCallback(input_key="logits", target_key="y", num_classes=classes),
            dl.EarlyStoppingCallback(patience=6, loader_key="valid", metric_key="loss", minimize=True),
        ],
        num_epochs=epochs,
        logdir="logs",
        valid_loader="valid",
        valid_metric="loss",
        minimize_valid_metric=True,
        load_best_on_end=True,
    )
    print(runner.evaluate_loader(loader=test_loader, model=net))
