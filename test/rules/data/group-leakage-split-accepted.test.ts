import { expectFindings } from "../expect-findings.js";

const rule = "group-leakage-split";

describe(`${rule}: what is accepted`, () => {
  const handed = (chosen: string): string => `
from sklearn.model_selection import BaseCrossValidator, KFold, StratifiedKFold

class Bagging:
    def chosen(self, folds):
        folds = 7 if folds is None else folds
        if isinstance(folds, int):
            return StratifiedKFold(folds) if self.settings.classifies else KFold(folds)
        return folds

    def bag(self, rows, folds=None, groups=None, loud: bool = True):
        folds = ${chosen}
        if loud:
            print("bagging")
        for one, other in folds.split(rows, y=rows[self.settings.answer], groups=groups):
`;

  it("accepts groups for whatever splitter the caller chose", () =>
    expectFindings(rule, `${handed("self.chosen(folds)")}            self.fit_on(rows.iloc[one], rows.iloc[other])\n`));

  it("speaks where the splitter knows no groups", () =>
    expectFindings(
      rule,
      `${handed("KFold(folds, shuffle=True)")}                          ${"~".repeat(62)}
            self.fit_on(rows.iloc[one], rows.iloc[other])
`,
    ));
});
