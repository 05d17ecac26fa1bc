import torch
import torch.nn.functional as F
from torch_geometric.loader import DataLoader


def fit(gnn, graphs, num_epochs=200, batch_size=64, lr=5e-4):
    torch.manual_seed(num_epochs)
    loader = DataLoader(graphs, batch_size=batch_size, shuffle=True)
    opt = torch.optim.Adam(gnn.parameters(), lr=lr)
    history = []
    for epoch in range(num_epochs):
        gnn.train()
        opt.zero_grad()  # must: zero-grad-wrong-place
        epoch_loss = 0.0
        for data in loader:
            out = gnn(data.x, data.edge_index, data.batch)
            loss = F.l1_loss(out.squeeze(-1), data.y)
            loss.backward()
            opt.step()
            epoch_loss += loss.item() * data.num_graphs
        history.append(epoch_loss / len(graphs))
    return history
