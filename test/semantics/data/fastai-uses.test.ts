import { expectFindings } from "../../rules/expect-findings.js";

describe("learners of fastai", () => {
  it("train on the rows that their loaders were made of", () =>
    expectFindings(
      "train-on-test-data",
      `
import pandas as pd
from fastai.tabular.all import *
from sklearn.model_selection import train_test_split

known, test = train_test_split(pd.read_csv("wine.csv"), random_state=4)
loaders = TabularDataLoaders.from_df(test, y_names="grade", cont_names=["acid", "sugar"])
                                     ~~~~
learner = tabular_learner(loaders, layers=[40, 20])
learner.fit_one_cycle(6)
print(learner.validate(dl=learner.dls.test_dl(test)))
`,
    ));

  it("train on one part and hold another out", () =>
    expectFindings(
      "train-on-test-data",
      `
import pandas as pd
from fastai.tabular.all import *
from sklearn.model_selection import train_test_split

known, test = train_test_split(pd.read_csv("wine.csv"), random_state=4)
loaders = TabularDataLoaders.from_df(known, y_names="grade", cont_names=["acid", "sugar"])
learner = tabular_learner(loaders, layers=[40, 20])
learner.fine_tune(6)
print(learner.validate(dl=learner.dls.test_dl(test)))
`,
    ));

  it("stop by the loader that they are watched on", () =>
    expectFindings(
      "early-stopping-on-test",
      `
from fastai.vision.all import *
from torch.utils.data import DataLoader
from torchvision.datasets import SVHN

rows = SVHN("house", split="train")
test_rows = SVHN("house", split="test")
loaders = DataLoaders(DataLoader(rows, 32, shuffle=True), DataLoader(test_rows, 32))
                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~
learner = Learner(loaders, network, loss_func=nn.CrossEntropyLoss(), cbs=EarlyStoppingCallback(patience=3))
learner.fit(40, 1e-3)
print(learner.validate())
`,
    ));
});
