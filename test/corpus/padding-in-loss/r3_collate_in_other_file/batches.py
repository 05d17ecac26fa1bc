import torch
from torch.nn.utils.rnn import pad_sequence

PAD, BOS, EOS = 0, 1, 2


def encode(sentence, vocabulary):
    return torch.tensor([BOS] + [vocabulary[w] for w in sentence] + [EOS])


def collate(pairs):
    source, target = zip(*pairs)
    return (
        pad_sequence(source, batch_first=True, padding_value=PAD),
        pad_sequence(target, batch_first=True, padding_value=PAD),
    )
