import { expectFindings } from "../expect-findings.js";

const rule = "notebook-no-problem-statement";
const body = `
# %%
import pandas as pd
# %%
rows = pd.read_csv("a.csv")
# %%
rows.mean()
`;
const marked = body.replace("pandas as pd\n", "pandas as pd\n~~~~~~~~~~~~~~~~~~~\n");
const check = (source: string): void => expectFindings(rule, source, { path: "notes.ipynb" });

describe(rule, () => {
  it("finds notebooks that begin with code", () => {
    check(marked);
    check(`# %% [markdown]
# [![Open In Colab](https://colab.example/badge.svg)](https://colab.example/github/a/b.ipynb)
${marked}`);
    check(`${marked}# %% [markdown]\n# ## Results\n# What came out of it, in a few words.\n`);
  });

  it("takes a heading, a sentence or a comment for the statement, above the second cell at the latest", () => {
    check(`# %% [markdown]\n# # Who comes back?\n${body}`);
    check(`# %% [markdown]\n# The share of visitors who came again in 2025.\n${body}`);
    check(body.replace("import", "# The share of visitors who came again in 2025.\nimport"));
    check(body.replace("pandas as pd\n", "pandas as pd\n# %% [markdown]\n# # Who comes back?\n"));
  });

  it("leaves short notes alone", () => {
    check("# %%\nimport pandas as pd\n# %%\npd.__version__\n");
    expectFindings(rule, "import pandas as pd\nrows = 1\nprint(rows)\n");
  });
});
