from torch import nn


class SpeechEncoder(nn.Module):
    def __init__(self, mels=80, dim=256):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv1d(mels, dim, 5, stride=2), nn.GELU(), nn.Conv1d(dim, dim, 5, stride=2), nn.GELU())

    def forward(self, mel):
        return self.conv(mel).mean(-1)


class Probe(nn.Module):
    def __init__(self, dim, speakers):
        super().__init__()
        self.linear = nn.Linear(dim, speakers)

    def forward(self, h):
        return self.linear(h)
