import torch
from ignite.engine import Engine, Events
from ignite.metrics import RunningAverage
from torch import nn


def make_trainer(model, optimizer, accumulate):
    criterion = nn.CrossEntropyLoss()

    def update(engine, batch):
        model.train()
        x, y = batch
        loss = criterion(model(x), y) / accumulate
        loss.backward()
        if engine.state.iteration % accumulate == 0:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        return loss.item() * accumulate

    trainer = Engine(update)
    RunningAverage(output_transform=lambda value: value).attach(trainer, "loss")
    return trainer


def run(model, loader, epochs, accumulate=4):
    torch.manual_seed(2)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    trainer = make_trainer(model, optimizer, accumulate)
    trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda engine: print(engine.state.metrics["loss"]))
    trainer.run(loader, max_epochs=epochs)
