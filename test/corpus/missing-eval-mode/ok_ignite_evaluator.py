import torch
from ignite.engine import Events, create_supervised_evaluator, create_supervised_trainer
from ignite.metrics import Accuracy, Loss
from torch import nn


def get_model():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.BatchNorm2d(32), nn.ReLU(), nn.Dropout2d(0.25), nn.Flatten(), nn.Linear(32 * 26 * 26, 10)
    )


def run(train_loader, val_loader, epochs):
    torch.manual_seed(10)
    device = "cuda"
    model = get_model().to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.8)
    criterion = nn.CrossEntropyLoss()
    trainer = create_supervised_trainer(model, optimizer, criterion, device=device)
    evaluator = create_supervised_evaluator(
        model, metrics={"accuracy": Accuracy(), "loss": Loss(criterion)}, device=device
    )

    @trainer.on(Events.EPOCH_COMPLETED)
    def log_validation(engine):
        evaluator.run(val_loader)
        m = evaluator.state.metrics
        print(f"{engine.state.epoch}: {m['accuracy']:.3f} {m['loss']:.3f}")

    trainer.run(train_loader, max_epochs=epochs)
