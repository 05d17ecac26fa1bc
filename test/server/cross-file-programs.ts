/** A program whose model is evaluated in the mode that a helper in another file puts it in. */
export const mainProgram = `import torch
from torch import nn
from torch.utils.data import DataLoader

from lib.modes import start


def evaluate(model, test_loader: DataLoader):
    correct = 0
    with torch.no_grad():
        for inputs, targets in test_loader:
            outputs = model(inputs)
            correct += (outputs.argmax(1) == targets).sum().item()
    return correct


def run(train_loader: DataLoader, test_loader: DataLoader):
    model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for inputs, targets in train_loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(inputs), targets).backward()
        optimizer.step()
    model.eval()
    start(model)
    return evaluate(model, test_loader)
`;

export const trainingHelper = `"""How models are made ready,

for all programs."""


def start(model):
    model.train()
    return model
`;

export const quietHelper = trainingHelper.replace("model.train()", "model.float()");
