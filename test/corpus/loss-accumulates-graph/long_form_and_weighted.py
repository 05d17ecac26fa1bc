import torch
from torch import nn
from tqdm import tqdm


def epoch(model, batches, opt, log_every=100):
    mse = nn.MSELoss()
    running = 0.0
    seen = 0
    model.train()
    for step, (window, target) in enumerate(tqdm(batches)):
        opt.zero_grad()
        prediction = model(window)
        loss = mse(prediction, target)
        loss.backward()
        opt.step()
        running = running + loss * len(window)  # must: loss-accumulates-graph
        seen += len(window)
        if step % log_every == 0:
            print(f"{step}: {float(running) / seen:.5f}")
    return running / seen


def main(batches):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Flatten(), nn.Linear(240, 100), nn.ReLU(), nn.Linear(100, 24))
    opt = torch.optim.RMSprop(net.parameters(), lr=1e-3)
    for i in range(20):
        print(i, epoch(net, batches, opt))
