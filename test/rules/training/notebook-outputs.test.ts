import { expectFindings } from "../expect-findings.js";

const path = "notes.ipynb";

describe("what stored outputs of notebooks say", () => {
  const nan = (code: string, ...output: readonly string[]): void =>
    expectFindings(
      "notebook-nan-loss",
      `# %% In [1]\nimport torch\n# %% In [2]\n${code}\n${output.map((line) => `#> ${line}\n`).join("")}`,
      { path },
    );

  it("is a loss of NaN, however it is written", () => {
    for (const line of [
      "25/25 - loss: nan",
      "epoch 3 train_loss=NaN",
      '{"val_loss": NaN}',
      "Loss: tensor(nan, grad_fn=<X>)",
    ])
      nan("trainer.fit(net)\n~~~~~~~~~~~", line);
    nan("for x in rows:\n~~~~~~~~~~~~~~\n    step(x)", "loss nan");
  });

  it("is no NaN of something else", () => {
    nan("trainer.fit(net)", "loss: 0.31 - accuracy: nan");
    nan("trainer.fit(net)", "lossless nano", "no nan in the loss");
    nan("print('loss: nan')", "0");
  });

  const warning = (code: string, ...output: readonly string[]): void =>
    expectFindings(
      "notebook-ignored-warning",
      `# %% In [1]\nimport pandas as pd\n# %% In [2]\n${code}\n${output.map((line) => `#> ${line}\n`).join("")}`,
      { path },
    );

  it("is a warning of pandas, at its line in the cell", () => {
    const code = "old = rows[rows.age > 3]\nold['a'] = 1\n~~~~~~~~~~~~";
    warning(code, "<ipython-input-7-ab12>:2: SettingWithCopyWarning: ");
    warning(code, "C:\\Temp\\ipykernel_7\\12.py:2: SettingWithCopyWarning: ");
  });

  it("stands at the cell where the line is no such place", () => {
    warning("print(rows)\n~~~~~~~~~~~\nold['a'] = 1", "<ipython-input-7-ab12>:9: SettingWithCopyWarning: ");
  });

  it("is a fit that did not converge", () => {
    const line = "/lib/sklearn/_logistic.py:4: ConvergenceWarning: lbfgs failed to converge";
    warning("model = make()\nmodel.fit(rows)\n~~~~~~~~~", line);
    warning("scores = cross_val_score(model, rows)\n         ~~~~~~~~~~~~~~~", line);
  });

  it("is no mention of a warning", () => {
    warning("model.fit(rows)", "category=ConvergenceWarning is ignored here");
    warning("from sklearn.exceptions import ConvergenceWarning");
  });
});
