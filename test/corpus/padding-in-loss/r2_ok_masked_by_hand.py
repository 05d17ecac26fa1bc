import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence


def masked_nll(logits, target, lengths):
    steps = torch.arange(target.size(1))[None]
    mask = steps < lengths[:, None]
    token = nn.functional.cross_entropy(logits.transpose(1, 2), target, reduction="none")
    return (token * mask).sum() / mask.sum()


def train(model, batches):
    opt = torch.optim.Adam(model.parameters())
    model.train()
    for sequences in batches:
        lengths = torch.tensor([len(s) - 1 for s in sequences])
        ids = pad_sequence(sequences, batch_first=True)
        loss = masked_nll(model(ids[:, :-1]), ids[:, 1:], lengths)
        opt.zero_grad()
        loss.backward()
        opt.step()
