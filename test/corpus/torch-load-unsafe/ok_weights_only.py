import argparse
from functools import partial

import torch
from torch import nn

safe_load = partial(torch.load, map_location="cpu", weights_only=True)
OPTIONS = {"map_location": "cpu", "weights_only": True}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--teacher")
    parser.add_argument("--student")
    parser.add_argument("--stats")
    args = parser.parse_args()

    teacher, student = nn.Linear(10, 2), nn.Linear(10, 2)
    teacher.load_state_dict(torch.load(args.teacher, weights_only=True))
    student.load_state_dict(safe_load(args.student))
    stats = torch.load(args.stats, **OPTIONS)
    with open(args.stats, "rb") as handle:
        again = torch.load(handle, map_location="cpu", mmap=None, weights_only=True)
    print(teacher.weight.sum() - student.weight.sum(), stats.keys() == again.keys())


if __name__ == "__main__":
    main()
