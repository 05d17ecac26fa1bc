import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

PAD = 0


def collate(batch):
    words, tags = zip(*batch)
    return pad_sequence(words, batch_first=True, padding_value=PAD), pad_sequence(tags, batch_first=True, padding_value=PAD)


def loaders(sets, batch_size):
    torch.manual_seed(15)
    return {
        name: DataLoader(data, batch_size, shuffle=name == "train", collate_fn=collate) for name, data in sets.items()
    }
