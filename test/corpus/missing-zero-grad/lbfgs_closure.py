import torch
from torch import nn


class Pinn(nn.Module):
    def __init__(self, width=20):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(2, width), nn.Tanh(), nn.Linear(width, width), nn.Tanh(), nn.Linear(width, 1))

    def forward(self, x, t):
        return self.net(torch.cat([x, t], dim=1))


def residual(u, x, t, nu=0.01):
    out = u(x, t)
    (u_t,) = torch.autograd.grad(out.sum(), t, create_graph=True)
    (u_x,) = torch.autograd.grad(out.sum(), x, create_graph=True)
    (u_xx,) = torch.autograd.grad(u_x.sum(), x, create_graph=True)
    return u_t + out * u_x - nu * u_xx


def solve(x, t, x0, u0, iterations=100):
    torch.manual_seed(1234)
    model = Pinn()
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=20, line_search_fn="strong_wolfe")

    def closure():
        initial = (model(x0, torch.zeros_like(x0)) - u0).pow(2).mean()
        physics = residual(model, x, t).pow(2).mean()
        loss = initial + physics
        loss.backward()  # must: missing-zero-grad
        return loss

    for i in range(iterations):
        loss = optimizer.step(closure)
        if i % 10 == 0:
            print(i, float(loss))
    return model
