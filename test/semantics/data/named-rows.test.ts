import { expectFindings } from "../../rules/expect-findings.js";

describe("rows and who is given them", () => {
  it("are other rows where a helper parts the training part once more", () =>
    expectFindings(
      "early-stopping-on-test",
      `
import pandas as pd
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

def halve(rows, answers):
    return train_test_split(rows, answers, test_size=0.25, random_state=6)

def grow(rows, answers):
    inner, stop, inner_answers, stop_answers = halve(rows, answers)
    return XGBRegressor(early_stopping_rounds=20).fit(inner, inner_answers, eval_set=[(stop, stop_answers)])

wells = pd.read_csv("wells.csv")
known, unseen, depth, unseen_depth = halve(wells.drop(columns="depth"), wells["depth"])
print(r2_score(unseen_depth, grow(known, depth).predict(unseen)))
`,
    ));

  it("are named by who hands them to a wrapper", () =>
    expectFindings(
      "early-stopping-on-test",
      `
import pandas as pd
from lightgbm import LGBMRegressor, early_stopping
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

class Depths:
    def __init__(self):
        self.trees = LGBMRegressor()

    def fit(self, rows, answers, held_out):
        self.trees.fit(rows, answers, eval_set=[held_out], callbacks=[early_stopping(30)])

wells = pd.read_csv("wells.csv")
X_train, X_test, y_train, y_test = train_test_split(wells.drop(columns="depth"), wells["depth"], random_state=6)
depths = Depths()
depths.fit(X_train, y_train, held_out=(X_test, y_test))
                                      ~~~~~~~~~~~~~~~~
print(r2_score(y_test, depths.trees.predict(X_test)))
`,
    ));

  it("are drawn again for an interval without harm", () =>
    expectFindings(
      "resample-before-split",
      `
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold
from sklearn.utils import resample

loans = pd.read_csv("loans.csv")
late = loans.pop("late").to_numpy()
chance = np.zeros(len(late))
for inner, outer in KFold(4).split(loans):
    chance[outer] = LogisticRegression().fit(loans.iloc[inner], late[inner]).predict_proba(loans.iloc[outer])[:, 1]
print(np.std([roc_auc_score(*resample(late, chance, random_state=k)) for k in range(200)]))
`,
    ));

  it("stop a runner of Catalyst", () =>
    expectFindings(
      "early-stopping-on-test",
      `
from catalyst import dl
from torch.utils.data import DataLoader

train_loader = DataLoader(train_rows, 32, shuffle=True)
test_loader = DataLoader(test_rows, 32)
runner = dl.SupervisedRunner()
runner.train(
    model=net,
    loaders={"train": train_loader, "valid": test_loader},
                                             ~~~~~~~~~~~
    callbacks=[dl.EarlyStoppingCallback(patience=4, loader_key="valid", metric_key="loss", minimize=True)],
    num_epochs=30,
)
print(runner.evaluate_loader(loader=test_loader))
`,
    ));

  it("are twice the training part", () =>
    expectFindings(
      "wrong-split-evaluated",
      `
from fastai.data.core import DataLoaders

loaders = DataLoaders.from_dsets(train_set, train_set, bs=32)
                                            ~~~~~~~~~
`,
    ));

  it("are prepared in another way, by transforms that stand at their place", () =>
    expectFindings(
      "inconsistent-preprocessing",
      `
from torch.utils.data import DataLoader
from torchvision import transforms as T
from torchvision.datasets import ImageFolder

def plain():
    return T.Compose([T.ToTensor(), T.Normalize((0.5,), (0.5,))])
                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~

train_loader = DataLoader(ImageFolder(f"{root}/train", T.Compose([T.ToTensor(), T.Normalize((0.31,), (0.28,))])))
val_loader = DataLoader(ImageFolder(f"{root}/val", plain()))
`,
    ));
});
