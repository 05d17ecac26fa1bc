"""Fungus pictures with fastai."""
import pandas as pd
from fastai.data.core import DataLoaders, Datasets
from fastai.vision.all import (
    Categorize, IntToFloatTensor, PILImage, Resize, ToTensor, accuracy, resnet34, set_seed, vision_learner
)


def datasets(table, folder):
    names = sorted(table["species"].unique())
    steps = [
        [lambda row: folder / row["file"], PILImage.create],
        [lambda row: row["species"], Categorize(vocab=names)],
    ]

    def of(part):
        return Datasets([row for _, row in part.iterrows()], steps)

    return of(table[~table["held_out"]]), of(table[table["held_out"]])


def learner(table, folder, batch_size=64):
    train_set, valid_set = datasets(table, folder)
    dls = DataLoaders.from_dsets(
        train_set,
        train_set,  # must: wrong-split-evaluated
        bs=batch_size,
        after_item=[Resize(224), ToTensor],
        after_batch=[IntToFloatTensor],
    )
    dls.c = table["species"].nunique()
    return vision_learner(dls, resnet34, metrics=accuracy), valid_set


def main(csv, folder, epochs=5):
    set_seed(42, reproducible=True)
    learn, _ = learner(pd.read_csv(csv), folder)
    learn.fine_tune(epochs)
    loss, acc = learn.validate()
    print(f"validation loss {loss:.3f}, accuracy {acc:.3f}")
