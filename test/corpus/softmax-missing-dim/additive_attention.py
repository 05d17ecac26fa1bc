import torch
import torch.nn as nn
import torch.nn.functional as F


class AdditiveAttention(nn.Module):
    """Scores every encoder state against the state of the decoder."""

    def __init__(self, hidden):
        super().__init__()
        self.attn = nn.Linear(hidden * 2, hidden)
        self.v = nn.Linear(hidden, 1, bias=False)

    def forward(self, state, memory):
        state = state.unsqueeze(1).expand(-1, memory.size(1), -1)
        energy = torch.tanh(self.attn(torch.cat([state, memory], dim=2)))
        weights = F.softmax(self.v(energy).squeeze(2))  # must: softmax-missing-dim
        context = torch.bmm(weights.unsqueeze(1), memory).squeeze(1)
        return context, weights


class Decoder(nn.Module):
    def __init__(self, vocab, emb, hidden):
        super().__init__()
        self.embed = nn.Embedding(vocab, emb)
        self.attend = AdditiveAttention(hidden)
        self.cell = nn.GRUCell(emb + hidden, hidden)
        self.out = nn.Linear(hidden, vocab)

    def forward(self, token, state, memory):
        context, weights = self.attend(state, memory)
        state = self.cell(torch.cat([self.embed(token), context], dim=1), state)
        return self.out(state), state, weights
