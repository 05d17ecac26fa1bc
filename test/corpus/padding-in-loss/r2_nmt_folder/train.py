# main
import torch
import torch.nn.functional as F
from torch import nn

from vocab import BOS, EOS, PAD, pad_to


def batch_of(pairs):
    longest_src = max(len(s) for s, _ in pairs)
    longest_tgt = max(len(t) for _, t in pairs) + 2
    src = torch.tensor([pad_to(s, longest_src) for s, _ in pairs])
    tgt = torch.tensor([pad_to([BOS, *t, EOS], longest_tgt) for _, t in pairs])
    return src, tgt


class Trainer:
    def __init__(self, model: nn.Module, lr=5e-4):
        self.model = model
        self.opt = torch.optim.Adam(model.parameters(), lr=lr, betas=(0.9, 0.98))

    def loss(self, src, tgt):
        out = self.model(src, tgt[:, :-1], src_key_padding_mask=src == PAD)
        return F.cross_entropy(out.transpose(1, 2), tgt[:, 1:], label_smoothing=0.1)  # must: padding-in-loss

    def epoch(self, batches):
        self.model.train()
        for pairs in batches:
            value = self.loss(*batch_of(pairs))
            self.opt.zero_grad()
            value.backward()
            self.opt.step()
