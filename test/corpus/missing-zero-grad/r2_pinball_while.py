import torch
import torch.nn.functional as TF
from torch.utils.data import DataLoader, TensorDataset


def fit_quantile(x, y, q=0.9, epochs=40, lr=1e-2):
    net = torch.nn.Linear(x.shape[1], 1)
    opt = torch.optim.Adam(net.parameters(), lr=lr)
    loader = DataLoader(TensorDataset(x, y), batch_size=128, shuffle=True)
    epoch = 0
    while epoch < epochs:
        for xb, yb in loader:
            err = yb - net(xb).squeeze(1)
            pinball = torch.maximum(q * err, (q - 1) * err).mean()
            pinball.backward()  # must: missing-zero-grad
            opt.step()
        epoch += 1
    return net
