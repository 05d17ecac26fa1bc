import torch
from torch import nn


class Decoder(nn.Module):
    def __init__(self, dim, heads, layers, max_len=512):
        super().__init__()
        self.max_len = max_len
        self.start = nn.Parameter(torch.zeros(1, 1, dim))
        layer = nn.TransformerDecoderLayer(dim, heads, batch_first=True)
        self.stack = nn.TransformerDecoder(layer, layers)
        self.scales = [2.0**i for i in range(heads)]
        self.gates = nn.ParameterList(torch.ones(dim) for _ in range(layers))

    def forward(self, targets, memory):
        n = targets.size(1)
        mask = torch.triu(torch.ones(n, n, dtype=torch.bool, device=targets.device), diagonal=1)
        scale = targets.new_tensor(self.scales).mean()
        self.last_mask = mask
        out = self.stack(self.start + targets * scale, memory, tgt_mask=mask)
        for gate in self.gates:
            out = out * gate
        return out
