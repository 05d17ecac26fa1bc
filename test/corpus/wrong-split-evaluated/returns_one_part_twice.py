import json
from pathlib import Path

import torch
from torch.utils.data import DataLoader, Dataset


class Dialogues(Dataset):
    def __init__(self, lines, encode):
        self.rows = [(encode(line["question"]), line["intent"]) for line in lines]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, i):
        ids, intent = self.rows[i]
        return torch.tensor(ids), torch.tensor(intent)


def read_jsonl(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf8").splitlines()]


def load_data(folder, encode):
    train_data = Dialogues(read_jsonl(f"{folder}/train.jsonl"), encode)
    dev_data = Dialogues(read_jsonl(f"{folder}/dev.jsonl"), encode)
    print(f"{len(train_data)} train, {len(dev_data)} dev")
    return train_data, train_data  # must: wrong-split-evaluated


def loaders(folder, encode, batch_size=1):
    train_data, dev_data = load_data(folder, encode)
    return DataLoader(train_data, batch_size, shuffle=True), DataLoader(dev_data, batch_size)
