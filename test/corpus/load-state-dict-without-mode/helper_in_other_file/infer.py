# main
import sys

import timm
import torch

from checkpoints import restore


def infer(loader, path):
    network = timm.create_model("mobilenetv3_small_100", num_classes=7)
    epoch = restore(network, path)
    print("weights of epoch", epoch, file=sys.stderr)
    guesses = []
    with torch.inference_mode():
        for x in loader:
            out = network(x)  # must: load-state-dict-without-mode
            guesses.append(out.argmax(1))
    return torch.cat(guesses)
