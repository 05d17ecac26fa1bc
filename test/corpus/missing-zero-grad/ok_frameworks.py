import deepspeed
import pytorch_lightning as pl
import torch
from torch import nn
from transformers import Trainer, TrainingArguments


class Auto(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(16, 2)

    def training_step(self, batch, _):
        x, y = batch
        return nn.functional.cross_entropy(self.layer(x), y)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


class Manual(Auto):
    def __init__(self):
        super().__init__()
        self.automatic_optimization = False

    def training_step(self, batch, _):
        x, y = batch
        opt = self.optimizers()
        loss = nn.functional.cross_entropy(self.layer(x), y)
        opt.zero_grad()
        self.manual_backward(loss)
        opt.step()


class WeightedTrainer(Trainer):
    def compute_loss(self, model, inputs, return_outputs=False, **kwargs):
        labels = inputs.pop("labels")
        outputs = model(**inputs)
        loss = nn.functional.cross_entropy(outputs.logits, labels, weight=torch.tensor([1.0, 3.0]))
        return (loss, outputs) if return_outputs else loss


def with_deepspeed(model, loader, config):
    """The engine clears the gradients in step()."""
    torch.manual_seed(0)
    engine, _, _, _ = deepspeed.initialize(model=model, model_parameters=model.parameters(), config=config)
    for x, y in loader:
        loss = nn.functional.mse_loss(engine(x), y)
        engine.backward(loss)
        engine.step()


def with_trainer(model, dataset):
    WeightedTrainer(model=model, args=TrainingArguments("out", seed=1), train_dataset=dataset).train()
