import rule from "../../../src/rules/testing/early-stopping-on-test.js";
import { expectFindings } from "../expect-findings.js";

describe("early-stopping-on-test: more forms", () => {
  it("speaks: lightning fit positional with early stopping", () =>
    expectFindings(
      rule,
      `import pytorch_lightning as pl
from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
train_loader = DataLoader(MNIST("d", train=True), shuffle=True)
test_loader = DataLoader(MNIST("d", train=False))
model = Net()
trainer = pl.Trainer(max_epochs=20, callbacks=[EarlyStopping(monitor="val_loss")])
trainer.fit(model, train_loader, test_loader)
                                 ~~~~~~~~~~~
trainer.test(model, test_loader)
`,
    ));

  it("speaks: lightning list of val dataloaders, lightning namespace", () =>
    expectFindings(
      rule,
      `import lightning as L
from lightning.pytorch.callbacks import ModelCheckpoint
ckpt = ModelCheckpoint(monitor="val_acc", mode="max", save_top_k=1)
trainer = L.Trainer(max_epochs=20, callbacks=[ckpt])
trainer.fit(model, train_dataloaders=train_loader, val_dataloaders=[test_loader])
                                                                   ~~~~~~~~~~~~~
print(trainer.test(model, dataloaders=test_loader, ckpt_path="best"))
`,
    ));

  it("is silent: lightning right", () =>
    expectFindings(
      rule,
      `import lightning.pytorch as pl
trainer = pl.Trainer(max_epochs=20, callbacks=[pl.callbacks.EarlyStopping("val_loss")])
trainer.fit(model, train_loader, val_loader)
trainer.test(model, dataloaders=test_loader)
`,
    ));

  it("speaks: lightning module val_dataloader gives test", () =>
    expectFindings(
      rule,
      `import pytorch_lightning as pl
from pytorch_lightning.callbacks import EarlyStopping
class Net(pl.LightningModule):
    def __init__(self):
        super().__init__()
    def training_step(self, batch, idx):
        x, y = batch
        return F.cross_entropy(self(x), y)
    def train_dataloader(self):
        return DataLoader(CIFAR10("data", train=True), batch_size=64, shuffle=True)
    def val_dataloader(self):
        return DataLoader(datasets.CIFAR10("data", train=False), batch_size=64)
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    def test_dataloader(self):
        return DataLoader(datasets.CIFAR10("data", train=False), batch_size=64)
from torchvision import datasets
trainer = pl.Trainer(callbacks=[EarlyStopping(monitor="val_loss")])
net = Net()
trainer.fit(net)
trainer.test(net)
`,
    ));

  it("speaks: lightning datamodule same dataset", () =>
    expectFindings(
      rule,
      `import lightning as L
from lightning.pytorch.callbacks import ModelCheckpoint
from torchvision.datasets import MNIST
class Digits(L.LightningDataModule):
    def setup(self, stage=None):
        self.train_set = MNIST("d", train=True)
        self.test_set = MNIST("d", train=False)
    def train_dataloader(self):
        return DataLoader(self.train_set, batch_size=64, shuffle=True)
    def val_dataloader(self):
        return DataLoader(self.test_set, batch_size=64)
                          ~~~~~~~~~~~~~
    def test_dataloader(self):
        return DataLoader(self.test_set, batch_size=64)
dm = Digits()
trainer = L.Trainer(callbacks=[ModelCheckpoint(monitor="val_acc", mode="max")])
trainer.fit(Net(), datamodule=dm)
trainer.test(datamodule=dm, ckpt_path="best")
`,
    ));

  it("is silent: lightning datamodule right", () =>
    expectFindings(
      rule,
      `import lightning as L
from torch.utils.data import DataLoader, random_split
class Digits(L.LightningDataModule):
    def setup(self, stage):
        full = MNIST(self.root, train=True)
        self.train_ds, self.val_ds = random_split(full, [55000, 5000])
        self.test_ds = MNIST(self.root, train=False)
    def train_dataloader(self):
        return DataLoader(self.train_ds, batch_size=64, shuffle=True)
    def val_dataloader(self):
        return DataLoader(self.val_ds, batch_size=64)
    def test_dataloader(self):
        return DataLoader(self.test_ds, batch_size=64)
`,
    ));

  it("speaks: hf load best", () =>
    expectFindings(
      rule,
      `from transformers import Trainer, TrainingArguments
from datasets import load_dataset
ds = load_dataset("imdb")
args = TrainingArguments("out", eval_strategy="epoch", save_strategy="epoch", load_best_model_at_end=True, metric_for_best_model="f1")
trainer = Trainer(model=model, args=args, train_dataset=ds["train"], eval_dataset=ds["test"])
                                                                                  ~~~~~~~~~~
trainer.train()
print(trainer.evaluate())
`,
    ));

  it("speaks: hf predict", () =>
    expectFindings(
      rule,
      `from transformers import Trainer, TrainingArguments, EarlyStoppingCallback
from datasets import load_dataset
ds = load_dataset("imdb").map(tok, batched=True)
trainer = Trainer(model, TrainingArguments("out"), train_dataset=ds["train"], eval_dataset=ds["test"], callbacks=[EarlyStoppingCallback(3)])
                                                                                           ~~~~~~~~~~
trainer.train()
out = trainer.predict(ds["test"])
`,
    ));

  it("is silent: hf seq2seq validation", () =>
    expectFindings(
      rule,
      `from transformers import Seq2SeqTrainer, Seq2SeqTrainingArguments
from datasets import load_dataset
ds = load_dataset("xsum")
args = Seq2SeqTrainingArguments("out", load_best_model_at_end=True)
trainer = Seq2SeqTrainer(model=model, args=args, train_dataset=ds["train"], eval_dataset=ds["validation"])
trainer.train()
trainer.evaluate(ds["test"])
`,
    ));

  it("is silent: fastai plain folder", () =>
    expectFindings(
      rule,
      `from fastai.vision.all import *
dls = ImageDataLoaders.from_folder(path, train="train", valid="valid")
learn = vision_learner(dls, resnet34, metrics=accuracy)
learn.fit_one_cycle(10, cbs=SaveModelCallback(monitor="accuracy"))
print(learn.validate())
`,
    ));

  it("speaks: skorch", () =>
    expectFindings(
      rule,
      `from skorch import NeuralNetClassifier
from skorch.callbacks import EarlyStopping, Checkpoint
from skorch.helper import predefined_split
from skorch.dataset import Dataset
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
valid_ds = Dataset(X_test, y_test)
net = NeuralNetClassifier(Net, max_epochs=100, train_split=predefined_split(valid_ds), callbacks=[("stop", EarlyStopping(patience=5))])
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~
net.fit(X_train, y_train)
print(net.score(X_test, y_test))
`,
    ));

  it("speaks: ignite", () =>
    expectFindings(
      rule,
      `from ignite.engine import Events, create_supervised_trainer, create_supervised_evaluator
from ignite.handlers import EarlyStopping
from torchvision.datasets import MNIST
train_loader = DataLoader(MNIST("d", train=True), batch_size=64)
test_loader = DataLoader(MNIST("d", train=False), batch_size=64)
trainer = create_supervised_trainer(model, optimizer, criterion)
evaluator = create_supervised_evaluator(model, metrics={"acc": Accuracy()})
handler = EarlyStopping(patience=5, score_function=lambda e: e.state.metrics["acc"], trainer=trainer)
evaluator.add_event_handler(Events.COMPLETED, handler)
@trainer.on(Events.EPOCH_COMPLETED)
def run_validation(engine):
    evaluator.run(test_loader)
                  ~~~~~~~~~~~
trainer.run(train_loader, max_epochs=50)
evaluator.run(test_loader)
print(evaluator.state.metrics)
`,
    ));

  it("is silent: ignite watched only", () =>
    expectFindings(
      rule,
      `from ignite.engine import Events, create_supervised_trainer, create_supervised_evaluator
trainer = create_supervised_trainer(model, optimizer, criterion)
evaluator = create_supervised_evaluator(model, metrics={"acc": Accuracy()})
@trainer.on(Events.EPOCH_COMPLETED)
def log(engine):
    evaluator.run(test_loader)
    print(evaluator.state.metrics)
trainer.run(train_loader, max_epochs=50)
evaluator.run(test_loader)
print("final", evaluator.state.metrics["acc"])
`,
    ));

  it("is silent: ignite validation", () =>
    expectFindings(
      rule,
      `from ignite.engine import Events, create_supervised_trainer, create_supervised_evaluator
from ignite.handlers import EarlyStopping
trainer = create_supervised_trainer(model, optimizer, criterion)
evaluator = create_supervised_evaluator(model, metrics={"acc": Accuracy()})
evaluator.add_event_handler(Events.COMPLETED, EarlyStopping(5, score, trainer))
@trainer.on(Events.EPOCH_COMPLETED)
def log(engine):
    evaluator.run(val_loader)
trainer.run(train_loader, max_epochs=50)
evaluator.run(test_loader)
`,
    ));
});
