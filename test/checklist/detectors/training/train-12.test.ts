import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const cell = (source: string, count: number | null): object => ({
  cell_type: "code",
  source: [source],
  outputs: [],
  metadata: {},
  execution_count: count,
});
const notebook = (...cells: readonly object[]): string =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
const train = "from sklearn.svm import SVC\nSVC().fit(x, y)\n";
const looks = notebook(cell("import train", 1), cell("print(1)", 2));

describe("TRAIN-12", () => {
  it("passes when modules train and notebooks look", async () => {
    equal(await verdictIn({ "train.py": train, "look.ipynb": looks }, "TRAIN-12"), "pass");
  });

  it("is partial when cells ran out of order, or only a notebook evaluates", async () => {
    equal(
      await verdictIn({ "train.py": train, "look.ipynb": notebook(cell("a = 1", 7), cell("b = 2", 3)) }, "TRAIN-12"),
      "partial",
    );
    const scores = notebook(cell("from sklearn.metrics import f1_score\nf1_score(y, p)", 1));
    equal(await verdictIn({ "train.py": train, "look.ipynb": scores }, "TRAIN-12"), "partial");
  });

  it("is partial when a notebook is the job, unless the team allows it", async () => {
    const job = {
      "train.py": train,
      "look.ipynb": looks,
      Dockerfile: "FROM python:3.12\nCMD papermill look.ipynb out.ipynb\n",
    };
    equal(await verdictIn(job, "TRAIN-12"), "partial");
    equal(await verdictIn(job, "TRAIN-12", { config: "{notebooks: {productionAllowed: true}}" }), "pass");
  });

  it("fails when only notebooks train, or a module is a notebook that was exported", async () => {
    const fit = notebook(cell("from sklearn.svm import SVC\nSVC().fit(x, y)", 1));
    equal(await verdictIn({ "look.ipynb": fit }, "TRAIN-12"), "fail");
    equal(await verdictIn({ "look.ipynb": fit, "train.py": `# In[1]:\n${train}` }, "TRAIN-12"), "fail");
  });
});
