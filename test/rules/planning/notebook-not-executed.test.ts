import { expectFindings } from "../expect-findings.js";

const rule = "notebook-not-executed";
const check = (source: string): void => expectFindings(rule, source, { path: "notes.ipynb" });

describe(rule, () => {
  it("finds the first cell that was left out, and counts the others", () => {
    check(`# %% In [1]
import pandas as pd
# %%
rows = pd.read_csv("a.csv")
~~~~~~~~~~~~~~~~~~~~~~~~~~~ This cell never ran, and cells below it did: run all cells, or take it out. So with 1 more.
# %%
for row in range(3):
    print(row)
# %% In [2]
print(pd.__version__)
`);
  });

  it("finds a cell that was changed since it ran, where others ran below it", () => {
    check(`# %% In [1]
import pandas as pd
# %% In [2] edited
rows = pd.read_csv("b.csv")
~~~~~~~~~~~~~~~~~~~~~~~~~~~ This cell was changed since it ran, and cells below it ran with what it was: run all cells.
# %% In [3]
print(len(rows))
# %% In [4] edited
print(rows.mean())
`);
  });

  it("lets the last cells wait, and those without code", () => {
    check(`# %% In [1]
import pandas as pd
# %%
# to be done
# %%
%matplotlib inline
# %% In [2]
print(pd.__version__)
# %%
rows = pd.read_csv("a.csv")
`);
  });

  it("says nothing where counts were taken out, or only this one", () => {
    check(`# %%
import pandas as pd
# %%
rows = pd.read_csv("a.csv")
`);
    check(`# %% In [1]
import pandas as pd
# %%
print(pd.__version__)
#> 2.2
# %% In [2]
rows = pd.read_csv("a.csv")
`);
  });
});
