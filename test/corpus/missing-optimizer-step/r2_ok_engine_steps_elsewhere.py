import deepspeed
import torch


def train(args, net, dataset):
    engine, optimizer, loader, _ = deepspeed.initialize(
        args=args, model=net, model_parameters=net.parameters(), training_data=dataset
    )
    engine.train()
    for batch in loader:
        loss = engine(batch["x"].to(engine.device), batch["y"].to(engine.device))
        engine.backward(loss)
        engine.step()


def measure_backward(net, sample):
    start, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
    start.record()
    net(sample).sum().backward()
    end.record()
    torch.cuda.synchronize()
    net.zero_grad()
    return start.elapsed_time(end)
