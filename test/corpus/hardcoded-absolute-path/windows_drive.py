"""Segment scans."""
import os

import numpy as np

DATA_DIR = r"C:\Users\jonas\Desktop\scans"  # must: hardcoded-absolute-path


def load(case):
    return np.load(os.path.join(DATA_DIR, case + ".npy"))


def thresholds(volume):
    return np.percentile(volume, [50, 90, 99])


if __name__ == "__main__":
    for name in ("case_01", "case_02"):
        print(name, thresholds(load(name)))
