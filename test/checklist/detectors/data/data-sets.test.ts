import { equal, match } from "node:assert/strict";
import { builtInGuide } from "../../../../src/guide/guide.js";
import type { Finding } from "../../../../src/rules/rule.js";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { pipeline, testsInCi, training } from "../ci-text.js";

const ci = { ".github/workflows/test.yml": testsInCi };
const base = { "train.py": training };

describe("DATA-06: personal data are protected", () => {
  const mask =
    'import hashlib\n\n\ndef hide(email, salt):\n    return hashlib.sha256((salt + email).encode()).hexdigest()\n\n\nhide("a", "b")\n';
  const steps = { ...base, "dvc.yaml": pipeline, "prepare.py": mask };
  const hook = {
    ".pre-commit-config.yaml":
      "repos:\n  - repo: https://github.com/gitleaks/gitleaks\n    rev: v8\n    hooks:\n      - id: gitleaks\n",
  };

  it("passes with a step and a scanner, and is half done with one of them", async () => {
    equal(await verdictIn({ ...steps, ...hook }, "DATA-06"), "pass");
    equal(await verdictIn(steps, "DATA-06"), "partial");
    equal(await verdictIn({ ...base, ...hook }, "DATA-06"), "partial");
  });

  it("fails with a file of addresses that look real, and lets made-up ones be", async () => {
    const people = (domain: string): string => `email,age\nanna.berg@${domain},31\nolaf.holm@${domain},44\n`;
    equal(await verdictIn({ ...steps, ...hook, "data/people.csv": people("mailbox.org") }, "DATA-06"), "fail");
    equal(await verdictIn({ ...steps, ...hook, "data/people.csv": people("example.com") }, "DATA-06"), "pass");
    const ignored = await verdictIn({ ...steps, ...hook, "data/people.csv": people("mailbox.org") }, "DATA-06", {
      config: "{privacy: {ignorePaths: [data/people.csv]}}",
    });
    equal(ignored, "pass");
  });

  it("asks when nothing is seen; the hash of a file protects nobody", async () => {
    equal(await verdictIn(base, "DATA-06"), "human");
    const file = "import hashlib\n\n\ndef checksum(path):\n    return hashlib.sha256(path.read_bytes())\n";
    equal(await verdictIn({ ...base, "sums.py": file }, "DATA-06"), "human");
  });
});

describe("DATA-09: the version of the data can be had again", () => {
  const kept = { ...base, "data/rows.csv.dvc": "outs:\n  - md5: abc\n    path: rows.csv\n" };
  const remote = { ".dvc/config": "[core]\n    remote = store\n['remote \"store\"']\n    url = s3://bucket/data\n" };

  it("passes with DVC and a remote, and is half done without the remote", async () => {
    equal(await verdictIn({ ...kept, ...remote }, "DATA-09"), "pass");
    equal(await verdictIn(kept, "DATA-09"), "partial");
  });

  it("takes a logged hash for a part", async () => {
    const log = "import mlflow\nimport mlflow.data\nmlflow.log_input(mlflow.data.from_pandas(rows))\n";
    equal(await verdictIn({ "train.py": `${training}\n${log}` }, "DATA-09"), "partial");
  });

  it("takes a copy under a date for a part, and no copy of the model", async () => {
    const copy = (from: string): string =>
      `from datetime import date\nimport shutil\nshutil.copytree("${from}", "kept/" + date.today().isoformat())\n`;
    equal(await verdictIn({ "train.py": `${training}\n${copy("data/splits")}` }, "DATA-09"), "partial");
    equal(await verdictIn({ "train.py": `${training}\n${copy("data/model")}` }, "DATA-09"), "fail");
  });

  it("fails with a requirement, an ignored folder or a lock that is not kept", async () => {
    equal(await verdictIn({ ...base, "requirements.txt": "dvc\n", ".gitignore": "data/\n" }, "DATA-09"), "fail");
    equal(await verdictIn({ ...base, "dvc.yaml": pipeline }, "DATA-09"), "fail");
  });

  it("knows Git LFS by its pointers", async () => {
    const rule = { ...base, ".gitattributes": "data/*.csv filter=lfs diff=lfs merge=lfs -text\n" };
    equal(
      await verdictIn(
        { ...rule, "data/rows.csv": "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n" },
        "DATA-09",
      ),
      "pass",
    );
    equal(await verdictIn({ ...rule, "data/rows.csv": "age,late\n1,0\n" }, "DATA-09"), "fail");
  });

  it("takes git for data of a size that the team allows there, where training reads it", async () => {
    const data = "age,late\n".padEnd(600, "1,0\n");
    const asked = (texts: Readonly<Record<string, string>>, size: string) =>
      verdictIn({ ...base, ...texts }, "DATA-09", { config: `{git: {maxFileSize: ${size}}}` });
    equal(await verdictIn({ ...base, "data/rows.csv": data }, "DATA-09"), "fail");
    equal(await asked({ "data/rows.csv": data }, "1 KB"), "pass");
    equal(await asked({ "data/rows.csv": data }, "500 B"), "fail");
    equal(await asked({ "data/other.csv": data }, "1 KB"), "fail");
    equal(await asked({ ...kept, ...remote, "data/rows.csv": data }, "500 B"), "partial");
  });
});

describe("DATA-10: labels are controlled", () => {
  const guide = {
    "docs/labelling.md": `# How to label\n\n${"One label for each parcel, as the customer saw it. ".repeat(6)}\n`,
  };
  const agreement = (args: string): Readonly<Record<string, string>> => ({
    "agreement.py": `from sklearn.metrics import cohen_kappa_score\n\nif __name__ == "__main__":\n    print(cohen_kappa_score(${args}))\n`,
    Makefile: "train: agree\n\tpython train.py\n\nagree:\n\tpython agreement.py\n",
  });

  it("passes with a guide and agreement, is half done with one, and asks otherwise", async () => {
    equal(await verdictIn({ ...base, ...guide, ...agreement("first, second") }, "DATA-10"), "pass");
    equal(await verdictIn({ ...base, ...guide }, "DATA-10"), "partial");
    equal(await verdictIn({ ...base, ...agreement("first, second") }, "DATA-10"), "partial");
    equal(await verdictIn({ ...base, ...agreement("y_true, y_pred"), "labels.txt": "late\n" }, "DATA-10"), "human");
  });

  it("is half done where a schema holds the column of the labels to its values, with a guide as well", async () => {
    const schema = (late: string): Readonly<Record<string, string>> => ({
      "check.py": `import pandas as pd\nimport pandera as pa\nROWS = pa.DataFrameSchema({"age": pa.Column(int, pa.Check.ge(0)), "late": pa.Column(int${late})})\nROWS.validate(pd.read_csv("rows.csv"))\n`,
    });
    equal(await verdictIn({ ...base, ...schema(", pa.Check.isin([0, 1])") }, "DATA-10"), "partial");
    equal(await verdictIn({ ...base, ...schema("") }, "DATA-10"), "human");
    equal(await verdictIn({ ...base, ...guide, ...schema(", pa.Check.isin([0, 1])") }, "DATA-10"), "partial");
  });
});

describe("DATA-11: the test set is frozen", () => {
  const split = (seed: string, end = ""): string =>
    `import pandas as pd\nfrom sklearn.model_selection import train_test_split\n\n\ndef split(rows):\n    train, test = train_test_split(rows${seed})\n    ${end}return train, test\n`;
  const store = 'train.to_csv("data/train.csv")\n    test.to_csv("data/test.csv")\n    ';

  it("passes when the parts are stored, or made with a seed apart from training", async () => {
    equal(await verdictIn({ ...base, "split.py": split("", store) }, "DATA-11"), "pass");
    equal(await verdictIn({ ...base, "split.py": split(", random_state=1") }, "DATA-11"), "pass");
  });

  it("is half done where the script that trains splits", async () => {
    equal(await verdictIn({ "train.py": `${split(", random_state=1")}${training}` }, "DATA-11"), "partial");
  });

  it("fails without a seed, without a split, and with a part that only Keras sees", async () => {
    equal(await verdictIn({ "train.py": `${split("")}${training}` }, "DATA-11"), "fail");
    equal(await verdictIn({ "train.py": `${training}\nmodel.fit(x, y, validation_split=0.2)\n` }, "DATA-11"), "fail");
  });

  it("knows published parts, parts by time, and the team's own word", async () => {
    const published = 'from datasets import load_dataset\n\ntest = load_dataset("imdb", split="test")\n';
    equal(await verdictIn({ ...base, "evaluate.py": published }, "DATA-11"), "pass");
    const byTime = 'def split(rows, cut):\n    return {"train": rows[rows.day < cut], "test": rows[rows.day >= cut]}\n';
    equal(await verdictIn({ ...base, "parts.py": byTime }, "DATA-11"), "pass");
    equal(
      await verdictIn({ ...base, "make.py": "import os\n" }, "DATA-11", { config: "{data: {splitEntry: make.py}}" }),
      "pass",
    );
  });
});

describe("DATA-12: nothing leaks", () => {
  const rule = builtInGuide().items.find(({ id }) => id === "DATA-12")?.rules[0] ?? "";
  const finding = (path: string): Finding =>
    ({
      ...{ rule, path, severity: "warning", message: "`fit` sees rows to test on.", confidence: "certain" },
      ...{
        start: { line: 3, column: 1 },
        end: { line: 3, column: 4 },
        related: [],
        fixes: [],
        fingerprint: "a",
        docs: "",
      },
    }) as unknown as Finding;
  const guarded = {
    "train.py": `${training}\nfrom sklearn.pipeline import make_pipeline\nmake_pipeline(LogisticRegression()).fit(x, y)\n`,
  };

  it("takes a test that the days of the parts follow each other for a guard", async () => {
    const test = (condition: string): Readonly<Record<string, string>> => ({
      "tests/test_parts.py": `from train import parts\n\n\ndef test_parts():\n    made = parts()\n    assert ${condition}\n`,
    });
    const later = 'made["train"]["day"].max() < made["test"]["day"].min()';
    equal(await verdictIn({ ...base, ...ci, ...test(later) }, "DATA-12"), "pass");
    equal(await verdictIn({ ...base, ...ci, ...test('made["train"]["day"].max() < 7') }, "DATA-12"), "partial");
  });

  it("passes with a guard, is half done without, and fails with an open finding", async () => {
    equal(await verdictIn(guarded, "DATA-12"), "pass");
    equal(await verdictIn(base, "DATA-12"), "partial");
    const result = await resultIn(guarded, "DATA-12", { findings: [finding("train.py")] });
    equal(result.verdict, "fail");
    match(result.reason, /sees rows to test on/);
    equal(await verdictIn(guarded, "DATA-12", { findings: [finding("tests/test_train.py")] }), "pass");
  });
});

describe("DATA-13: the pipeline is declared", () => {
  const steps = { ...base, "dvc.yaml": pipeline, "prepare.py": "import pandas as pd\n" };
  const card = {
    "docs/data-card.md": `# Data card\n\n${"The source of the rows is the export of the tills, under an open licence. ".repeat(3)}\n`,
  };

  it("passes with steps and a card, is half done with one, and fails with neither", async () => {
    equal(await verdictIn({ ...steps, ...card }, "DATA-13"), "pass");
    equal(await verdictIn(steps, "DATA-13"), "partial");
    equal(await verdictIn({ ...base, ...card }, "DATA-13"), "partial");
    equal(await verdictIn({ ...base, Makefile: "lint:\n\truff check .\n\nclean:\n\trm -rf out\n" }, "DATA-13"), "fail");
  });

  it("is half done with commands in the README, under one heading or several", async () => {
    const told = (...commands: readonly string[]): Readonly<Record<string, string>> => ({
      ...{ ...base, "prepare.py": "import pandas as pd\n", Makefile: "fetch:\n\tpython prepare.py\n" },
      "README.md": commands.map((command) => `## ${command}\n\n    ${command}\n`).join("\n"),
    });
    equal(await verdictIn(told("python prepare.py", "python -m train"), "DATA-13"), "partial");
    equal(await verdictIn(told("make fetch", "python train.py"), "DATA-13"), "partial");
    equal(await verdictIn(told("make fetched", "python train.py"), "DATA-13"), "fail");
    equal(await verdictIn(told("python prepare.py", "python -m pytest"), "DATA-13"), "fail");
  });

  it("knows sessions of nox that require each other", async () => {
    const noxfile = (required: string): string =>
      `import nox\n@nox.session\ndef data(session):\n    session.run("python", "prepare.py")\n@nox.session(${required})\ndef fit(session):\n    session.run("python", "train.py")\n`;
    const texts = { ...base, "prepare.py": "import pandas as pd\n" };
    equal(await verdictIn({ ...texts, "noxfile.py": noxfile('requires=["data"]') }, "DATA-13"), "partial");
    equal(await verdictIn({ ...texts, "noxfile.py": noxfile("python='3.12'") }, "DATA-13"), "fail");
  });
});

describe("DATA-14: rare classes are seen", () => {
  const train = (body: string): Readonly<Record<string, string>> => ({
    "train.py": `from sklearn.model_selection import train_test_split\nfrom sklearn.metrics import accuracy_score, classification_report\n${training}\n${body}\n`,
  });
  const both = 'train_test_split(rows, stratify=rows["late"])\nprint(classification_report(y, found))';

  it("passes with both, is half done with one, and fails with accuracy alone", async () => {
    equal(await verdictIn(train(both), "DATA-14"), "pass");
    equal(await verdictIn(train("print(classification_report(y, found))"), "DATA-14"), "partial");
    equal(await verdictIn(train("print(accuracy_score(y, found))\n# class_weight='balanced'"), "DATA-14"), "fail");
    equal(
      await verdictIn(train("LogisticRegression(class_weight=None)\nprint(accuracy_score(y, found))"), "DATA-14"),
      "fail",
    );
    equal(
      await verdictIn({ ...train("print(accuracy_score(y, found))"), ...ci, "tests/test_a.py": both }, "DATA-14"),
      "fail",
    );
  });
});
