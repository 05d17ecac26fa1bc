"""Features of a frozen network, a new head on top: the optimizer is given the head alone."""
import torch
import torch.nn.functional as F
from torch import nn
from transformers import AutoModel


class FeatureExtractor(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(name).eval()

    @torch.no_grad()
    def forward(self, input_values):
        return self.encoder(input_values).last_hidden_state.mean(1)


def train_head(loader, n_speakers, epochs, name="facebook/wav2vec2-base"):
    torch.manual_seed(27)
    feature_extractor = FeatureExtractor(name).cuda()
    feature_extractor.eval()
    model = nn.Sequential(nn.Linear(768, 256), nn.ReLU(), nn.Linear(256, n_speakers)).cuda()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for epoch in range(epochs):
        model.train()
        for wave, speaker in loader:
            features = feature_extractor(wave.cuda())
            loss = F.cross_entropy(model(features), speaker.cuda())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
