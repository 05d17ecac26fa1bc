"""The ways to leave padding out: ignore_index, a mask, -100 in the labels, and packed targets."""
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence

PAD_IDX = 1
criterion = nn.CrossEntropyLoss(ignore_index=PAD_IDX, label_smoothing=0.1)


def by_index(logits, target):
    return criterion(logits.flatten(0, 1), target.flatten())


def by_functional_index(logits, target):
    return F.cross_entropy(logits.transpose(1, 2), target, ignore_index=PAD_IDX)


def by_mask(logits, target):
    each = nn.CrossEntropyLoss(reduction="none")(logits.transpose(1, 2), target)
    keep = target.ne(PAD_IDX)
    return (each * keep).sum() / keep.sum()


def by_boolean_rows(logits, target):
    keep = target != PAD_IDX
    return F.cross_entropy(logits[keep], target[keep])


def by_default_index(logits, targets):
    labels = pad_sequence([torch.as_tensor(t) for t in targets], batch_first=True, padding_value=-100)
    return F.cross_entropy(logits.transpose(1, 2), labels)


def by_relabelling(logits, ids):
    labels = ids.clone()
    labels[labels == PAD_IDX] = -100
    return nn.CrossEntropyLoss()(logits.flatten(0, 1), labels.flatten())


def by_packing(states, head, target, lengths):
    scores = head(pack_padded_sequence(states, lengths, batch_first=True, enforce_sorted=False).data)
    truth = pack_padded_sequence(target, lengths, batch_first=True, enforce_sorted=False).data
    return F.cross_entropy(scores, truth)
