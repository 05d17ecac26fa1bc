import rule from "../../../src/rules/testing/validation-data-is-test.js";
import { expectFindings } from "../expect-findings.js";

describe("validation-data-is-test: more forms", () => {
  it("speaks: lightning only watched", () =>
    expectFindings(
      rule,
      `import lightning.pytorch as pl
trainer = pl.Trainer(max_epochs=20)
trainer.fit(model, train_loader, val_dataloaders=test_loader)
                                                 ~~~~~~~~~~~
trainer.test(model, dataloaders=test_loader)
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

  it("speaks: lightning datamodule only, no callbacks", () =>
    expectFindings(
      rule,
      `import lightning as L
from torch.utils.data import DataLoader
class Digits(L.LightningDataModule):
    def setup(self, stage):
        self.train_ds = load(self.root, "train")
        self.test_ds = load(self.root, "test")
    def train_dataloader(self):
        return DataLoader(self.train_ds, batch_size=64, shuffle=True)
    def val_dataloader(self):
        return DataLoader(self.test_ds, batch_size=64)
                          ~~~~~~~~~~~~
    def test_dataloader(self):
        return DataLoader(self.test_ds, batch_size=64)
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

  it("is silent: hf load best", () =>
    expectFindings(
      rule,
      `from transformers import Trainer, TrainingArguments
from datasets import load_dataset
ds = load_dataset("imdb")
args = TrainingArguments("out", eval_strategy="epoch", save_strategy="epoch", load_best_model_at_end=True, metric_for_best_model="f1")
trainer = Trainer(model=model, args=args, train_dataset=ds["train"], eval_dataset=ds["test"])
trainer.train()
print(trainer.evaluate())
`,
    ));

  it("is silent: hf predict", () =>
    expectFindings(
      rule,
      `from transformers import Trainer, TrainingArguments, EarlyStoppingCallback
from datasets import load_dataset
ds = load_dataset("imdb").map(tok, batched=True)
trainer = Trainer(model, TrainingArguments("out"), train_dataset=ds["train"], eval_dataset=ds["test"], callbacks=[EarlyStoppingCallback(3)])
trainer.train()
out = trainer.predict(ds["test"])
`,
    ));

  it("speaks: hf plain evaluate", () =>
    expectFindings(
      rule,
      `from transformers import Trainer, TrainingArguments
from datasets import load_dataset
ds = load_dataset("imdb")
small_train = ds["train"].shuffle(seed=42).select(range(1000))
small_test = ds["test"].shuffle(seed=42).select(range(1000))
trainer = Trainer(model=model, args=TrainingArguments("out", evaluation_strategy="epoch"), train_dataset=small_train, eval_dataset=small_test)
                                                                                                                                   ~~~~~~~~~~
trainer.train()
trainer.evaluate()
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

  it("speaks: ignite watched only", () =>
    expectFindings(
      rule,
      `from ignite.engine import Events, create_supervised_trainer, create_supervised_evaluator
trainer = create_supervised_trainer(model, optimizer, criterion)
evaluator = create_supervised_evaluator(model, metrics={"acc": Accuracy()})
@trainer.on(Events.EPOCH_COMPLETED)
def log(engine):
    evaluator.run(test_loader)
                  ~~~~~~~~~~~
    print(evaluator.state.metrics)
trainer.run(train_loader, max_epochs=50)
evaluator.run(test_loader)
print("final", evaluator.state.metrics["acc"])
`,
    ));

  it("is silent: plateau on train loss with test watched", () =>
    expectFindings(
      rule,
      `import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
scheduler = ReduceLROnPlateau(optimizer)
for epoch in range(100):
    loss = train_one_epoch(model, train_loader, optimizer)
    scheduler.step(loss)
print("final", evaluate(model, test_loader))
`,
    ));

  it("speaks: keras tuner search", () =>
    expectFindings(
      rule,
      `import keras_tuner as kt
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
tuner = kt.Hyperband(build, objective="val_accuracy", max_epochs=20)
tuner.search(X_train, y_train, epochs=50, validation_data=(X_test, y_test))
                                                          ~~~~~~~~~~~~~~~~
best = tuner.get_best_models()[0]
print(best.evaluate(X_test, y_test))
`,
    ));

  it("is silent: keras tuner right", () =>
    expectFindings(
      rule,
      `import keras_tuner as kt
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
tuner = kt.Hyperband(build, objective="val_accuracy", max_epochs=20)
tuner.search(X_train, y_train, epochs=50, validation_split=0.2)
best = tuner.get_best_models()[0]
print(best.evaluate(X_test, y_test))
`,
    ));

  it("points at where an argument is set by its key", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
from tensorflow import keras
x_fit, x_test, y_fit, y_test = train_test_split(x, y)
net = keras.Sequential([keras.layers.Dense(1)])
net.compile("sgd", "mse")
how = dict(epochs=9)
how["validation_data"] = x_test, y_test
                         ~~~~~~~~~~~~~~
net.fit(x_fit, y_fit, **how)
print(net.evaluate(x_test, y_test))
`,
    ));

  it("is silent: validation rows in a folder that is called after the test", () =>
    expectFindings(
      rule,
      `import torch
from torch.utils.data import DataLoader
from pictures import Cells, Net, read_picture
def run(root):
    parts = [read_picture(root / "test_of_noise" / "all" / f"{i}.tif") for i in range(9)]
    cells_val = Cells([read_picture(root / "test_of_noise" / "all" / f"{i}.tif") for i in range(9, 12)])
    cells_train = Cells(parts)
    train_loader, val_loader = DataLoader(cells_train, shuffle=True), DataLoader(cells_val)
    net = Net()
    optimizer = torch.optim.Adam(net.parameters())
    for epoch in range(40):
        for x, y in train_loader:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        with torch.no_grad():
            print(sum(torch.nn.functional.mse_loss(net(x), y) for x, y in val_loader))
    test_pictures = torch.load(root / "test_of_noise" / "test_pictures.pt", weights_only=True)
    with torch.no_grad():
        print(net(test_pictures))
`,
    ));
});
