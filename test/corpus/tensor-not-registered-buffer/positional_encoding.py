import torch
from torch import nn


class PositionalEncoding(nn.Module):
    def __init__(self, d_model, dropout=0.1, max_len=5000):
        super(PositionalEncoding, self).__init__()
        self.dropout = nn.Dropout(p=dropout)
        position = torch.arange(max_len).unsqueeze(1)
        rates = torch.pow(10000.0, -torch.arange(0, d_model, 2) / d_model)
        pe = torch.zeros(max_len, 1, d_model)
        pe[:, 0, 0::2] = torch.sin(position * rates)
        pe[:, 0, 1::2] = torch.cos(position * rates)
        self.pe = pe  # must: tensor-not-registered-buffer

    def forward(self, x):
        x = x + self.pe[: x.size(0)]
        return self.dropout(x)


class Encoder(nn.Module):
    def __init__(self, vocab, d_model, n_layers):
        super(Encoder, self).__init__()
        self.embed = nn.Embedding(vocab, d_model)
        self.position = PositionalEncoding(d_model)
        layer = nn.TransformerEncoderLayer(d_model, nhead=8)
        self.layers = nn.TransformerEncoder(layer, n_layers)

    def forward(self, tokens):
        return self.layers(self.position(self.embed(tokens)))


def build(vocab):
    return Encoder(vocab, 512, 6).cuda()
