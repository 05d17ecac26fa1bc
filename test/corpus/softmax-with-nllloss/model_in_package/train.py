# main
import torch
from torch.utils.data import DataLoader

from nets import TreeClassifier


def train(dataset, epochs=12, batch_size=32):
    torch.manual_seed(77)
    model = TreeClassifier(features=54, kinds=7)
    optimizer = torch.optim.Adagrad(model.parameters(), lr=0.01)
    criterion = torch.nn.NLLLoss()
    loader = DataLoader(dataset, batch_size=batch_size, shuffle=True)
    for epoch in range(epochs):
        model.train()
        running = 0.0
        for x, kind in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), kind)  # must: softmax-with-nllloss
            loss.backward()
            optimizer.step()
            running += loss.item()
        print(epoch, running / len(loader))
    torch.save(model.state_dict(), "trees.pt")
