import { expectFindings } from "../expect-findings.js";

const rule = "notebook-late-imports";
const check = (source: string): void => expectFindings(rule, source, { path: "notes.ipynb" });

describe(rule, () => {
  it("finds the first import of each cell below the opening", () => {
    check(`# %%
import pandas as pd
# %%
rows = pd.read_csv("a.csv")
# %%
import numpy as np
~~~~~~~~~~~~~~~~~~ Import this in the first cells, where what is needed shows at once.
import scipy
# %%
limit = 3
from sklearn.svm import SVC
~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("lets the opening be several cells, with settings between and constants above", () => {
    check(`# %%
SEED = 3
# %%
import pandas as pd
# %%
pd.set_option("display.max_rows", 10)
# %%
import numpy as np
import torch
# %%
rows = pd.read_csv("a.csv")
`);
  });

  it("leaves alone imports in functions, and those that may fail", () => {
    check(`# %%
import pandas as pd
# %%
rows = pd.read_csv("a.csv")
# %%
def draw():
    import matplotlib.pyplot as plt
    plt.show()
# %%
try:
    import umap
except ImportError:
    umap = None
`);
    expectFindings(rule, 'import pandas as pd\nrows = pd.read_csv("a.csv")\nimport torch\n');
  });
});
