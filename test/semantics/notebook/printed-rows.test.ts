import { deepEqual, equal } from "node:assert/strict";
import { buildModel } from "../../../src/semantics/model.js";
import { rowsPrinted } from "../../../src/semantics/notebook/printed-rows.js";
import { findingsOf } from "../../rules/expect-findings.js";
import { inMemoryWorkspace } from "../../rules/in-memory-workspace.js";
import { readNotebookProgram } from "../../rules/notebook-program.js";

const start =
  '# %% In [1]\nimport pandas as pd\nbirds = pd.read_csv("birds.csv")\nnests = pd.read_csv("nests.csv")\n# %% In [2]\n';

function rows(cell: string, name = "birds"): number | undefined {
  const form = readNotebookProgram(start + cell);
  return rowsPrinted(buildModel({ path: "a.ipynb", form }, inMemoryWorkspace({})), name)?.rows;
}

describe("how many rows a cell has printed", () => {
  it("is read from a shape and from a length", () => {
    equal(rows("birds.shape\n#> (1000, 14)\n"), 1000);
    equal(rows('print("birds:", birds.shape)\n#> birds: (1000,)\n'), 1000);
    equal(rows("len(birds)\n#> 1000\n"), 1000);
    equal(rows("print(birds.shape)\nnests.shape\n#> (1000, 14)\n#> (20, 3)\n", "nests"), 20);
  });

  it("is unknown where nothing was put out, where it may be of something else, or when the name is set again", () => {
    equal(rows("birds.shape\n"), undefined);
    equal(rows("print(birds.shape)\nshow(nests)\n#> (1000, 14)\n#> (20, 3)\n"), undefined);
    equal(rows("birds.shape\n#> (1000, 14)\n# %% In [3]\nbirds = birds.dropna()\n"), undefined);
    equal(rows("birds.head(1).shape\n#> (1, 14)\n"), undefined);
  });

  it("says what part a cut at a row number leaves", () => {
    const cut = "birds.shape\n#> (1000, 14)\n# %% In [3]\ntrain, test = birds[:800], birds[800:]\n";
    const [finding] = findingsOf("hardcoded-split-slice", start + cut, { path: "a.ipynb" });
    deepEqual(
      finding?.related.map(({ cell, message }) => [cell, message]),
      [
        [3, "`birds[800:]` is the other part."],
        [2, "Of the 1000 rows that were printed here, the other part has 20 %."],
      ],
    );
  });
});
