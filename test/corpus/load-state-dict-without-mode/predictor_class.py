import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, vocab, dim=128):
        super().__init__()
        self.emb = nn.EmbeddingBag(vocab, dim)
        self.net = nn.Sequential(nn.Linear(dim, dim), nn.BatchNorm1d(dim), nn.ReLU(), nn.Dropout(0.5), nn.Linear(dim, 2))

    def forward(self, ids, offsets):
        return self.net(self.emb(ids, offsets))


class SpamFilter:
    """Used by the web service; one instance a process."""

    def __init__(self, weights, vocab, device="cpu"):
        self.device = torch.device(device)
        self.vocab = vocab
        self.model = Encoder(len(vocab))
        state = torch.load(weights, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.model.to(self.device)

    @torch.inference_mode()
    def __call__(self, text):
        ids = torch.tensor([self.vocab.get(word, 0) for word in text.lower().split()], device=self.device)
        logits = self.model(ids, torch.zeros(1, dtype=torch.long))  # must: load-state-dict-without-mode
        return logits.softmax(-1)[0, 1].item()
