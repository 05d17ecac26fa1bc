import { equal, match, ok } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";

const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

describe("PLAN-01: the problem is written down", () => {
  it("takes a section of forty words for a part, and asks whether it is agreed on", async () => {
    const result = await resultIn({ "README.md": `# Late parcels\n\n## Problem\n\n${words(50)}\n` }, "PLAN-01");
    equal(result.verdict, "partial");
    match(result.missing.join(), /Name in "Problem" the number/);
    ok(result.asks[0]?.includes("README.md"));
  });

  it("finds a number with a unit", async () => {
    const text = `# Late parcels\n\n## Success criteria\n\nGo when at least 85% of late parcels are found. ${words(45)}\n`;
    match((await resultIn({ "docs/goal.md": text }, "PLAN-01")).evidence[0]?.what ?? "", /with a number/);
  });

  it("fails without a section, with an empty one, and with a list of packages", async () => {
    equal(await verdictIn({ "README.md": `# Parcels\n\n${words(80)}\n` }, "PLAN-01"), "fail");
    equal(await verdictIn({ "README.md": "# Parcels\n\n## Goals\n\n## Usage\n\nRun it.\n" }, "PLAN-01"), "fail");
    equal(
      await verdictIn({ "README.md": `## Requirements\n\nInstall python 3.12 and pip. ${words(50)}\n` }, "PLAN-01"),
      "fail",
    );
  });

  it("counts the document that the team names", async () => {
    const texts = { "notes/why.md": `# Why\n\n${words(60)}\n` };
    equal(await verdictIn(texts, "PLAN-01", { config: "{docs: {problem: notes/why.md}}" }), "partial");
  });
});

describe("PLAN-02: one number decides", () => {
  const train = (body: string): Readonly<Record<string, string>> => ({
    "train.py": `from sklearn.model_selection import GridSearchCV\nfrom sklearn.svm import SVC\nfrom lightning.pytorch.callbacks import EarlyStopping, ModelCheckpoint\n${body}\nSVC().fit(x, y)\n`,
  });

  it("passes when the same metric decides everywhere, however it is spelled", async () => {
    equal(
      await verdictIn(train('EarlyStopping(monitor="val_f1")\nModelCheckpoint(monitor="validation/f1")'), "PLAN-02"),
      "pass",
    );
  });

  it("takes one place for a part", async () => {
    equal(await verdictIn(train('GridSearchCV(SVC(), {}, scoring="f1")'), "PLAN-02"), "partial");
  });

  it("fails when two metrics decide, and when none does", async () => {
    equal(
      await verdictIn(train('EarlyStopping(monitor="val_loss")\nGridSearchCV(SVC(), {}, scoring="f1")'), "PLAN-02"),
      "fail",
    );
    equal(await verdictIn(train('print("val_f1", 0.9)\n# EarlyStopping(monitor="val_f1")'), "PLAN-02"), "fail");
  });

  it("says when the gate looks at something else than the loss that selects", async () => {
    const gate = 'EarlyStopping(monitor="val_loss")\nif recall < 0.8:\n    raise SystemExit("too low")';
    match((await resultIn(train(gate), "PLAN-02")).reason, /while the gate looks at `recall`/);
  });

  it("knows the names that the team gives a metric", async () => {
    const texts = train('EarlyStopping(monitor="val_hits")\nGridSearchCV(SVC(), {}, scoring="recall")');
    equal(
      await verdictIn(texts, "PLAN-02", { config: "{metric: {primary: recall, aliases: {recall: [hits]}}}" }),
      "pass",
    );
  });

  it("asks for a gate of each metric for which the team has a threshold, and for one that is as strict", async () => {
    const both = 'EarlyStopping(monitor="val_f1")\nModelCheckpoint(monitor="val_f1")\n';
    const texts = train(`${both}if f1 < 0.7 or recall < 0.8 or latency > 0.2:\n    raise SystemExit("no")`);
    const asked = (thresholds: string) =>
      verdictIn(texts, "PLAN-02", { config: `{metric: {primary: f1, thresholds: ${thresholds}}}` });
    equal(await asked("{recall: 0.8, latency: 0.2}"), "pass");
    equal(await asked("{recall: 0.9}"), "partial");
    equal(await asked("{latency: 0.1}"), "partial");
    equal(await asked("{precision: 0.5}"), "partial");
  });
});

describe("PLAN-03: machine learning is warranted", () => {
  const sheet = (fill: string): string =>
    `# Feasibility worksheet\n\n## Impact\n\n${fill}\n\n## Feasibility\n\n${fill}\n\n## Cost of each error\n\n${fill}\n\n## Simplest alternative\n\n${fill}\n`;

  it("asks by default, and shows what gives a hint", async () => {
    equal(await verdictIn({ "README.md": "# Parcels\n" }, "PLAN-03"), "human");
    const hint = `# Why not rules\n\nA heuristic of ten rules was tried first. ${words(20)}\n`;
    const result = await resultIn({ "docs/adr/001.md": hint }, "PLAN-03");
    equal(result.verdict, "human");
    equal(result.candidates[0]?.path, "docs/adr/001.md");
  });

  it("takes a worksheet for a part, and names its empty fields", async () => {
    const result = await resultIn({ "docs/worksheet.md": sheet("") }, "PLAN-03");
    equal(result.verdict, "partial");
    match(result.missing.join(), /Fill in "Impact"/);
    equal(await verdictIn({ "docs/notes.md": "# Impact\n\nLarge.\n" }, "PLAN-03"), "human");
  });
});

describe("PLAN-04: borrowed models are pinned", () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const load = (revision: string): Readonly<Record<string, string>> => ({
    "model.py": `from transformers import AutoModel\n\n\ndef load():\n    return AutoModel.from_pretrained("org/words"${revision})\n`,
  });
  const note = {
    "MODELS.md":
      "# Models\n\norg/words comes from its authors, under the licence Apache 2.0, with known issues in other languages.\n",
  };

  it("passes with a commit and a note, and is half done without the note", async () => {
    equal(await verdictIn({ ...load(`, revision="${commit}"`), ...note }, "PLAN-04"), "pass");
    equal(await verdictIn(load(`, revision="${commit}"`), "PLAN-04"), "partial");
  });

  it("fails without a version, and with a branch", async () => {
    equal(await verdictIn({ ...load(""), ...note }, "PLAN-04"), "fail");
    equal(await verdictIn(load(', revision="main"'), "PLAN-04"), "fail");
  });

  it("follows a constant of another file", async () => {
    const texts = {
      "names.py": `COMMIT = "${commit}"\nMODEL = "org/words"\n`,
      "model.py":
        "from transformers import AutoModel\nfrom names import COMMIT, MODEL\n\nAutoModel.from_pretrained(MODEL, revision=COMMIT)\n",
    };
    equal(await verdictIn({ ...texts, ...note }, "PLAN-04"), "pass");
  });

  it("leaves local folders, tests and what the team trusts alone", async () => {
    const local = { "model.py": 'from transformers import AutoModel\n\nAutoModel.from_pretrained("./model")\n' };
    equal(await verdictIn(local, "PLAN-04"), "human");
    equal(
      await verdictIn(
        { ...local, ...load(`, revision="${commit}"`), ...note, "tests/test_a.py": load("")["model.py"] ?? "" },
        "PLAN-04",
      ),
      "pass",
    );
    equal(await verdictIn(load(""), "PLAN-04", { config: "{models: {trustedOrgs: [org]}}" }), "human");
  });

  it("reads TypeScript", async () => {
    const of = (options: string): Readonly<Record<string, string>> => ({
      "src/model.ts": `import { AutoModel } from "@huggingface/transformers";\nexport const model = await AutoModel.from_pretrained("org/words"${options});\n`,
    });
    equal(await verdictIn({ ...of(`, { revision: "${commit}" }`), ...note }, "PLAN-04"), "pass");
    equal(await verdictIn(of(""), "PLAN-04"), "fail");
  });
});

describe("PLAN-05: harm was considered", () => {
  it("asks by default; a licence of code is no answer", async () => {
    equal(await verdictIn({ LICENSE: "MIT License\n" }, "PLAN-05"), "human");
  });

  it("takes a document for a part, and empty boxes for nothing", async () => {
    const boxes = (mark: string): string => `# Ethics\n\n- [${mark}] Consent was given\n- [ ] Bias was measured\n`;
    equal(await verdictIn({ "docs/ethics.md": boxes("x") }, "PLAN-05"), "partial");
    equal(await verdictIn({ "docs/ethics.md": boxes(" ") }, "PLAN-05"), "human");
    equal(await verdictIn({ "README.md": `# Parcels\n\n## Misuse\n\n${words(30)}\n` }, "PLAN-05"), "partial");
  });
});
