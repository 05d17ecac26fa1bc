import torch
from torch import nn

torch.manual_seed(8)

model = nn.Sequential(
    nn.Linear(4, 32),
    nn.ReLU(),
    nn.Linear(32, 3),
    nn.Softmax(dim=1),  # must: softmax-before-cross-entropy
)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
loss_function = nn.CrossEntropyLoss()


def fit(loader, epochs=100):
    for _ in range(epochs):
        for features, species in loader:
            optimizer.zero_grad()
            loss = loss_function(model(features), species)
            loss.backward()
            optimizer.step()
