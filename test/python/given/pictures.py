"""Folders of pictures. What it gives is a function that writes them."""

import os

import numpy as np
from PIL import Image


def by_kind(kinds=2, each=10, size=8):
    """One folder for each kind, each picture of one colour."""

    def write(folder):
        for kind in range(kinds):
            os.makedirs(f"{folder}/{kind}")
            for index in range(each):
                pixels = np.full((size, size, 3), (kind * 40 + index) % 256, dtype=np.uint8)
                Image.fromarray(pixels).save(f"{folder}/{kind}/{index}.png")

    return write
