import torch
from torch import nn
from torchvision.models import RegNet_Y_8GF_Weights, regnet_y_8gf


class Grader(nn.Module):
    """The feature extractor learns too, ten times slower than the head."""

    def __init__(self, n_grades=5):
        super().__init__()
        self.feature_extractor = regnet_y_8gf(weights=RegNet_Y_8GF_Weights.DEFAULT)
        self.feature_extractor.fc = nn.Identity()
        self.head = nn.Linear(2016, n_grades)

    def forward(self, x):
        return self.head(self.feature_extractor(x))


def train(loader, lr, epochs):
    torch.manual_seed(52)
    grader = Grader()
    optimizer = torch.optim.AdamW(
        [
            {"params": grader.feature_extractor.parameters(), "lr": lr / 10},
            {"params": grader.head.parameters(), "lr": lr},
        ]
    )
    ce = nn.CrossEntropyLoss()
    for _ in range(epochs):
        grader.train()
        for x, y in loader:
            optimizer.zero_grad()
            ce(grader(x), y).backward()
            optimizer.step()
