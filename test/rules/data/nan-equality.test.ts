import { expectFindings } from "../expect-findings.js";

const rule = "nan-equality";
const silent = (source: string): void => expectFindings(rule, source);

describe("nan-equality", () => {
  it("says what the comparison gives and how to ask", () =>
    expectFindings(
      rule,
      `import numpy as np

def gaps(series):
    return series[series == np.nan]
                  ~~~~~~~~~~~~~~~~ \`series == np.nan\` is always false: ask with \`np.isnan(series)\`.
`,
    ));

  it("asks a frame itself", () =>
    expectFindings(
      rule,
      `import pandas as pd
from numpy import nan as missing

log = pd.read_csv("log.csv")
kept = log[log["depth"] != missing]
           ~~~~~~~~~~~~~~~~~~~~~~~ \`log["depth"] != missing\` is always true: ask with \`log["depth"].notna()\`.
`,
    ));

  it("takes pandas where a column may hold anything", () =>
    expectFindings(
      rule,
      `import numpy as np
import pandas as pd

def clean(frame, column):
    frame.loc[frame[column] == np.NaN, column] = 0
              ~~~~~~~~~~~~~~~~~~~~~~~ \`frame[column] == np.NaN\` is always false: ask with \`pd.isna(frame[column])\`.
    return frame
`,
    ));

  it("knows the number under its other names", () =>
    expectFindings(
      rule,
      `import math
import torch
from decimal import Decimal

NOTHING = float("NaN")

def check(loss, price, weight):
    if loss.item() == NOTHING:
       ~~~~~~~~~~~~~~~~~~~~~~
        return "diverged"
    if weight != torch.nan or Decimal("nan") == price:
       ~~~~~~~~~~~~~~~~~~~ \`weight != torch.nan\` is always true: ask with \`~torch.isnan(weight)\`.
                              ~~~~~~~~~~~~~~~~~~~~~~~
        return "odd"
    return math.nan == price
           ~~~~~~~~~~~~~~~~~ \`price == math.nan\` is always false: ask with \`math.isnan(price)\`.
`,
    ));

  it("sees the operators under their method names", () =>
    expectFindings(
      rule,
      `import numpy as np
import pandas as pd

table = pd.read_parquet("t.parquet")
rows = table[table["age"].eq(np.nan)]
             ~~~~~~~~~~~~~~~~~~~~~~~
other = np.equal(table.values, np.nan)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("reports identity of what was read or computed", () =>
    expectFindings(
      rule,
      `import numpy as np

def first_gap(values):
    for position, value in enumerate(values):
        if value is np.nan:
           ~~~~~~~~~~~~~~~ \`value is np.nan\` is no test for NaN: ask with \`np.isnan(value)\`.
            return position
`,
    ));

  it("reports pandas' own missing value under equality", () =>
    expectFindings(
      rule,
      `import pandas as pd

def known(column):
    return column[column != pd.NA]
                  ~~~~~~~~~~~~~~~ \`column != pd.NA\` is always true: ask with \`pd.notna(column)\`.
`,
    ));

  it("accepts identity with pandas' missing value, which is one object", () =>
    silent("import pandas as pd\n\ndef known(value):\n    return value is not pd.NA and value is not pd.NaT\n"));

  it("accepts identity as the test for a default or an option", () =>
    silent(
      "import numpy as np\n\ndef fill(x, missing_values=np.nan):\n    if missing_values is np.nan:\n        return x\n",
    ));

  it("accepts a comparison with itself", () => silent("import numpy as np\n\nmissing = [x for x in rows if x != x]\n"));

  it("accepts a demonstration", () =>
    silent('import numpy as np\n\nassert np.nan != np.nan\nassert not float("nan") == float("nan")\n'));

  it("ignores what is only called nan", () =>
    silent("import numpy as np\nfrom bakery import nan\n\nbreads = [b for b in menu if b == nan]\n"));

  it("ignores text and other numbers", () =>
    silent('import numpy as np\n\nok = cell == "nan" or cell == float("inf") or cell == float(text)\n'));

  it("ignores a parameter that some callers set to NaN", () =>
    silent("import numpy as np\n\ndef has_zero(marker):\n    return 0 == marker\n\nhas_zero(np.nan)\n"));

  it("ignores what is NaN on one path only", () =>
    silent("import numpy as np\n\nmark = np.nan\nif sparse:\n    mark = 0\nchosen = [x for x in xs if x == mark]\n"));

  it("ignores the question whether an option is a number that is written out", () =>
    silent(
      'import numpy as np\n\nfor marker, method in [(np.nan, "mean"), (np.nan, "median")]:\n    if 0 == marker:\n        print(method)\n',
    ));
});
