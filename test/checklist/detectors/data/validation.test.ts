import { equal, match } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { pipeline, testsInCi, training } from "../ci-text.js";

const schema = [
  "import pandera.pandas as pa",
  'ROWS = pa.DataFrameSchema({"age": pa.Column(int, pa.Check.ge(0)), "fare": pa.Column(float), "late": pa.Column(int)})',
].join("\n");
const prepare = (body: string): string => `import pandas as pd\nfrom schema import ROWS\n${body}\n`;
const steps = { "dvc.yaml": pipeline, "train.py": training, "schema.py": schema };
const ci = { ".github/workflows/test.yml": testsInCi };

describe("DATA-01: expectations are in a schema", () => {
  it("passes when the pipeline validates by it", async () => {
    const texts = { ...steps, "prepare.py": prepare('ROWS.validate(pd.read_csv("data/raw.csv"))') };
    equal(await verdictIn(texts, "DATA-01"), "pass");
  });

  it("knows rules of columns in a file of settings, where a check asks for them", async () => {
    const check = (key: string): string =>
      `import pandas as pd\nimport yaml\n\ndef faults(rows, rules):\n    return [name for name in rules if rows[name].isna().any()]\n\ndef check(rows, config):\n    found = faults(rows, config["${key}"])\n    if found:\n        raise ValueError(found)\n\ncheck(pd.read_csv("data/raw.csv"), yaml.safe_load(open("params.yaml")))\n`;
    const rules = "columns:\n  age: {type: int, min: 0, max: 120}\n  fare: {type: float}\n  late: {type: int}\n";
    const texts = { "dvc.yaml": pipeline, "train.py": training, "params.yaml": rules };
    equal(await verdictIn({ ...texts, "prepare.py": check("columns") }, "DATA-01"), "pass");
    equal(await verdictIn({ ...texts, "prepare.py": check("others") }, "DATA-01"), "fail");
    equal(await verdictIn({ ...texts, "prepare.py": "" }, "DATA-01"), "fail");
  });

  it("is half done outside of pipelines, without limits, and with few columns", async () => {
    const { "dvc.yaml": _, ...loose } = steps;
    const validate = { "prepare.py": prepare('ROWS.validate(pd.read_csv("data/raw.csv"))') };
    equal(await verdictIn({ ...loose, ...validate }, "DATA-01"), "partial");
    const open = schema.replace("pa.Check.ge(0)", "").replace("int, )", "int)");
    match((await resultIn({ ...steps, ...validate, "schema.py": open }, "DATA-01")).reason, /limits no value/);
    const few = schema.replace('"fare": pa.Column(float), ', "");
    match((await resultIn({ ...steps, ...validate, "schema.py": few }, "DATA-01")).reason, /without `fare`/);
    const left = { "train.py": `${training}\nrows = rows.drop(columns=["fare"])\n` };
    equal(await verdictIn({ ...steps, ...validate, ...left, "schema.py": few }, "DATA-01"), "pass");
    equal(
      await verdictIn({ ...steps, ...validate, "schema.py": few }, "DATA-01", {
        config: "{data: {minColumnCoverage: 0.5}}",
      }),
      "pass",
    );
  });

  it("fails with a schema that nothing validates by, with a requirement, and with settings", async () => {
    equal(
      await verdictIn({ ...steps, "prepare.py": "import pandas as pd\n# ROWS.validate(rows)\n" }, "DATA-01"),
      "fail",
    );
    equal(await verdictIn({ "train.py": training, "requirements.txt": "pandera==0.20\n" }, "DATA-01"), "fail");
    const settings =
      "from pydantic import BaseModel\n\n\nclass RunConfig(BaseModel):\n    rate: float\n\n\nRunConfig.model_validate({})\n";
    equal(await verdictIn({ "train.py": training, "config.py": settings }, "DATA-01"), "fail");
  });

  it("reads a schema of records in TypeScript", async () => {
    const texts = {
      "src/rows.ts": [
        'import { z } from "zod";',
        'import * as tf from "@tensorflow/tfjs";',
        'import { csvParse } from "d3-dsv";',
        "const Row = z.object({ age: z.number().min(0), fare: z.number() });",
        "export async function train(model: tf.LayersModel, text: string) {",
        "  const clean = csvParse(text).map((row) => Row.parse(row));",
        "  await model.fit(tf.tensor(clean.map((row) => row.age)), tf.tensor([1]));",
        "}",
      ].join("\n"),
    };
    equal((await resultIn(texts, "DATA-01")).verdict, "partial");
  });
});

describe("DATA-02: validation stops the pipeline", () => {
  it("passes where the failure is let through in a step", async () => {
    const texts = { ...steps, "prepare.py": prepare('ROWS.validate(pd.read_csv("data/raw.csv"))') };
    equal(await verdictIn(texts, "DATA-02"), "pass");
  });

  it("is half done when the failure is only logged", async () => {
    const body = 'try:\n    ROWS.validate(pd.read_csv("data/raw.csv"))\nexcept Exception as error:\n    print(error)';
    equal(await verdictIn({ ...steps, "prepare.py": prepare(body) }, "DATA-02"), "partial");
  });

  it("takes a check of its own, also one that gathers what is wrong", async () => {
    const own = [
      "import pandas as pd",
      "def check(rows):",
      "    faults = []",
      '    if rows["age"].isna().any():',
      '        faults.append("age is missing")',
      "    if faults:",
      "        raise ValueError(faults)",
      'check(pd.read_csv("data/raw.csv"))',
    ].join("\n");
    equal(await verdictIn({ ...steps, "prepare.py": own }, "DATA-02"), "pass");
  });

  it("is half done where a check of its own only tells what it finds", async () => {
    const told = [
      "import logging",
      "import pandas as pd",
      "def faults(rows):",
      "    found = []",
      '    if rows["age"].isna().any():',
      '        found.append("age is missing")',
      "    return found",
      'for fault in faults(pd.read_csv("data/raw.csv")):',
      "    logging.warning(fault)",
    ].join("\n");
    equal(await verdictIn({ ...steps, "prepare.py": told }, "DATA-02"), "partial");
  });

  it("fails without any, with made-up rows in a test, and with a command in a comment", async () => {
    equal(await verdictIn({ ...steps, "prepare.py": "import pandas as pd\n" }, "DATA-02"), "fail");
    const test =
      "import pandas as pd\nfrom schema import ROWS\n\n\ndef test_rows():\n    ROWS.validate(pd.DataFrame({'age': [1]}))\n";
    equal(await verdictIn({ ...steps, ...ci, "tests/test_rows.py": test }, "DATA-02"), "fail");
    equal(
      await verdictIn(
        { "train.py": training, ".github/workflows/a.yml": `${testsInCi}\n# soda scan rows\n` },
        "DATA-02",
      ),
      "fail",
    );
  });

  it("knows the commands of tools that validate", async () => {
    const run = testsInCi.replace("pytest tests", "soda scan -c soda.yml checks.yml");
    equal(await verdictIn({ "train.py": training, ".github/workflows/a.yml": run }, "DATA-02"), "pass");
    equal(await verdictIn({ "train.py": training, ".github/workflows/a.yml": `${run} || true` }, "DATA-02"), "partial");
  });
});
