import click
import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler
from torch_geometric.loader import NeighborLoader
from torch_geometric.nn import SAGEConv


class Sage(torch.nn.Module):
    def __init__(self, features, hidden, classes):
        super().__init__()
        self.first = SAGEConv(features, hidden)
        self.second = SAGEConv(hidden, classes)

    def forward(self, x, edge_index):
        return self.second(self.first(x, edge_index).relu(), edge_index)


def epoch_of(model, loader, optimizer, scheduler):
    model.train()
    total = 0.0
    for batch in loader:
        optimizer.zero_grad()
        out = model(batch.x, batch.edge_index)[: batch.batch_size]
        loss = F.cross_entropy(out, batch.y[: batch.batch_size])
        loss.backward()
        optimizer.step()
        scheduler.step()  # must: scheduler-wrong-cadence
        total += loss.item()
    return total / len(loader)


@click.command()
@click.argument("graph", type=click.Path(exists=True))
@click.option("--epochs", default=200)
@click.option("--hidden", default=128)
def main(graph, epochs, hidden):
    torch.manual_seed(12)
    data = torch.load(graph, map_location="cpu", weights_only=True)
    loader = NeighborLoader(data, num_neighbors=[15, 10], input_nodes=data.train_mask, batch_size=1024, shuffle=True)
    model = Sage(data.num_features, hidden, int(data.y.max()) + 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    scheduler = lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    for epoch in range(1, epochs + 1):
        print(epoch, epoch_of(model, loader, optimizer, scheduler))
    torch.save(model.state_dict(), "sage.pt")


if __name__ == "__main__":
    main()
