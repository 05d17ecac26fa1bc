import deepspeed
import torch
import torch.nn.functional as F


def train_with_engine(model, loader, config, epochs):
    """The engine holds the optimizer: engine.step() is its step."""
    torch.manual_seed(0)
    engine, optimizer, _, _ = deepspeed.initialize(model=model, model_parameters=model.parameters(), config=config)
    for epoch in range(epochs):
        engine.train()
        for x, y in loader:
            loss = F.cross_entropy(engine(x.to(engine.device)), y.to(engine.device))
            engine.backward(loss)
            engine.step()
        print(epoch, loss.item())


def train_in_backward(model, loader, lr, epochs):
    """One optimizer per parameter, stepped by a hook when the gradient is ready."""
    torch.manual_seed(0)
    optimizers = {p: torch.optim.Adam([p], lr=lr, foreach=False) for p in model.parameters()}

    def ready(p):
        optimizers[p].step()
        optimizers[p].zero_grad()

    for p in model.parameters():
        p.register_post_accumulate_grad_hook(ready)
    model.train()
    for _ in range(epochs):
        for x, y in loader:
            F.mse_loss(model(x), y).backward()
