import itertools

import numpy as np
import pandas as pd
import torch
from sklearn.model_selection import train_test_split

HEAD, BODY = slice(0, 3), slice(3, None)


def unpack(row):
    """The first four values are the box, the others are the landmarks."""
    return row[:4], row[4:]


def chunks(rows, size=500):
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def batches_of(stream, size):
    stream = iter(stream)
    while batch := list(itertools.islice(stream, size)):
        yield batch


def kinds(image):
    rgb, depth = image[:3], image[3:]
    return torch.as_tensor(rgb), torch.as_tensor(depth)


def main():
    faces = pd.read_csv("faces.csv")
    print(faces[:5])
    print(faces.iloc[-3:].to_string())
    boxes, marks = zip(*(unpack(row) for row in faces.to_numpy()))
    train, test = train_test_split(np.hstack([boxes, marks]), test_size=0.2, random_state=0)
    for chunk in chunks(train):
        print(chunk[:, BODY].mean(axis=0)[:10], chunk[:, HEAD].shape)
    x_train, y_train = train[:, :-1], train[:, -1]
    x_test, y_test = test[:, :-1], test[:, -1]
    print(x_train.shape, y_train.shape, x_test.shape, y_test.shape)
    strongest = np.argsort(np.abs(np.corrcoef(x_train, y_train, rowvar=False)[-1, :-1]))[::-1][:20]
    print("strongest", strongest)
    for batch in batches_of(x_test, 64):
        print(len(batch))


if __name__ == "__main__":
    main()
