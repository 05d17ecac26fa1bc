import assert from "node:assert/strict";
import { split } from "./surround.js";

const imported = "from sklearn.model_selection import train_test_split\n";
const pair = "X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42, stratify=y)";
const one = "df_train, df_test = train_test_split(df, test_size=0.2, random_state=42)";

describe("surrounding with a seeded split", () => {
  for (const [what, before, after] of [
    ["a line that names features and target", "«X, y»\n", `${pair}\n`],
    ["a line that names a table", "«df»  # All.\n", `${one}  # All.\n`],
    [
      "what a line assigns, below it",
      "def f():\n    «X, y» = load(\n        1)\n    return X\n",
      `def f():\n    X, y = load(\n        1)\n    ${pair}\n    return X\n`,
    ],
    ["what is assigned, by its names", "X, y = «load()»", `X, y = load()\n${pair}`],
    [
      "a table that is read",
      "import pandas as pd\ndf = «pd.read_csv(path)»\n",
      `import pandas as pd\ndf = pd.read_csv(path)\n${one}\n`,
    ],
    [
      "a name of a table that is read",
      "import pandas as pd\nbirds = pd.read_csv(path)\n«birds»\n",
      `import pandas as pd\nbirds = pd.read_csv(path)\n${one.replaceAll("df", "birds")}\n`,
    ],
    [
      "what a model is fitted on, which then gets the training part",
      "if a:\n    model.fit(«X, y»)\n",
      `if a:\n    ${pair}\n    model.fit(X_train, y_train)\n`,
    ],
    [
      "columns",
      "«df[names], df['kind']»\n",
      `${pair.replace("(X, y", "(df[names], df['kind']").replace("stratify=y", "stratify=df['kind']")}\n`,
    ],
    ["with the seed of the file", "SEED = 7\n«X, y»\n", `SEED = 7\n${pair.replace("42", "SEED")}\n`],
  ] as const) {
    it(`takes ${what}`, () => assert.equal(split(imported + before), imported + after));
  }

  it("imports what splits, where the file does not", () => {
    assert.equal(
      split("import pandas as pd\nimport os\n\n«X, y»\n"),
      `import pandas as pd\nimport os\n${imported}\n${pair}\n`,
    );
    const named = "from sklearn import model_selection as ms\n";
    assert.equal(split(`${named}«X, y»\n`), `${named}${pair.replace("train_test_split", "ms.train_test_split")}\n`);
  });

  for (const [what, body] of [
    ["a part of an expression", "print(«X»)\n"],
    ["half a name", "«d»f\n"],
    ["what is called with other data", "plot(«X, y»)\n"],
    ["three names", "«a, b, c»\n"],
    ["a name of anything", "«model»\n"],
    ["a line of two statements", "«X, y»; print(X)\n"],
    ["arguments in a comprehension", "[m.fit(«X, y») for m in ms]\n"],
  ] as const) {
    it(`is not offered for ${what}`, () => assert.equal(split(imported + body), undefined));
  }

  it("is not offered in files without tables", () => {
    assert.equal(split("«X, y»\n"), undefined);
  });
});
