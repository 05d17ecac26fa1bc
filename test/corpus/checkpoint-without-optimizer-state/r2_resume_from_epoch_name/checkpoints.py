import glob
import re

import torch


def latest(folder):
    found = {int(re.search(r"(\d+)\.pt$", name).group(1)): name for name in glob.glob(f"{folder}/epoch*.pt")}
    return max(found.items()) if found else None


def load_into(model, path):
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    model.train()
