import { deepEqual, equal, match } from "node:assert/strict";
import { appliesTo } from "../../../src/checklist/profile/applies.js";
import { detectProfile } from "../../../src/checklist/profile/detect.js";
import { traceOf } from "../../../src/checklist/profile/file-trace.js";
import { readCode } from "../../../src/project/facts/code/read-code.js";
import { type Profile, type ProfileKey, withTeamProfile } from "../../../src/checklist/profile/profile.js";
import { parseConfig } from "../../../src/engine/config.js";
import { readPython } from "../../../src/syntax/python/lower.js";
import { makeProfile } from "../make.js";

const detect = (files: Readonly<Record<string, string>>): Profile =>
  detectProfile(
    Object.keys(files),
    Object.entries(files).flatMap(([path, text]) =>
      path.endsWith(".py") ? [traceOf(readCode(path, readPython(text)))] : [],
    ),
  );
const holds = ({ facts }: Profile, ...keys: readonly ProfileKey[]): (boolean | undefined)[] =>
  keys.map((key) => facts[key].value);
const team = (profile: Profile, text: string): Profile =>
  withTeamProfile(profile, parseConfig(`checklist: ${text}`, []).config.checklist);

const sklearn = [
  "import pandas as pd",
  "from sklearn.ensemble import RandomForestClassifier",
  'data = pd.read_csv("a.csv")',
  'model = RandomForestClassifier().fit(data[["x"]], data["y"])',
].join("\n");

describe("detectProfile", () => {
  it("knows a training script on a table, and where it saw that", () => {
    const profile = detect({ "src/train.py": sklearn });
    deepEqual(holds(profile, "training", "tabular", "classification", "readsData"), [true, true, true, true]);
    deepEqual(holds(profile, "serving", "deepLearning", "notebooks", "ci", "library"), [
      false,
      false,
      false,
      false,
      false,
    ]);
    deepEqual(profile.facts.training.places, [{ path: "src/train.py", line: 4 }]);
    match(profile.facts.training.why, /^src\/train\.py trains a model/);
    deepEqual(profile.languages, ["python"]);
  });

  it("knows deep learning, a service that predicts, and CI", () => {
    const profile = detect({
      "train.py": "import torch\nloss = model(x)\nloss.backward()\n",
      "app.py": "import fastapi\napp = fastapi.FastAPI()\ndef run(x):\n    return model.predict(x)\n",
      ".github/workflows/test.yml": "",
    });
    deepEqual(holds(profile, "training", "deepLearning", "serving", "online", "ci"), [true, true, true, true, true]);
  });

  it("knows a trainer, a borrowed model and its task", () => {
    const profile = detect({
      "train.py": [
        "from transformers import AutoModelForSequenceClassification, Trainer",
        'model = AutoModelForSequenceClassification.from_pretrained("org/base")',
        "Trainer(model).train()",
      ].join("\n"),
    });
    deepEqual(holds(profile, "training", "deepLearning", "borrowedModels", "classification", "text"), [
      ...[true, true, true, true, true],
    ]);
  });

  it("takes predictions that are written for a batch job, and not those that are not", () => {
    const both = "import joblib\ndata['p'] = model.predict(data)\ndata.to_csv('out.csv')\n";
    deepEqual(holds(detect({ "score.py": both }), "batch"), [true]);
    deepEqual(holds(detect({ "score.py": both.replace("to_csv", "head") }), "batch"), [false]);
  });

  it("is shown nothing by comments, names of files, tests and examples", () => {
    const profile = detect({
      "train.py": "# import torch\ntext = 'loss.backward()'\n",
      "serving.py": "def predict(x):\n    return 1\n",
      "tests/test_train.py": sklearn,
      "examples/train.py": sklearn,
    });
    deepEqual(holds(profile, "training", "deepLearning", "serving", "tabular"), [false, false, false, false]);
  });

  it("takes a package that neither trains nor serves for a library", () => {
    const files = { "pyproject.toml": "", "src/losses/focal.py": "import torch\ndef focal(x):\n    return x\n" };
    deepEqual(holds(detect(files), "library"), [true]);
    deepEqual(holds(detect({ ...files, "train.py": sklearn }), "library"), [false]);
  });

  it("leaves open what files cannot tell", () => {
    deepEqual(holds(detect({ "train.py": sklearn }), "people", "public", "online"), [undefined, undefined, undefined]);
    const bare = detect({ "train.py": "import torch\nloss.backward()\n" });
    deepEqual(holds(bare, "classification", "supervised"), [undefined, undefined]);
  });
});

describe("withTeamProfile", () => {
  it("lets the team decide, and leaves the rest to the files", () => {
    const profile = team(
      makeProfile(["training"]),
      "{profile: {training: auto, serving: true, people: false, languages: [python]}}",
    );
    deepEqual(holds(profile, "training", "serving", "people"), [true, true, false]);
    match(profile.facts.serving.why, /team's configuration/);
  });

  it("knows from the task what is learnt", () => {
    const task = (name: string) =>
      holds(team(makeProfile(["training"]), `{profile: {task: ${name}}}`), "classification", "supervised");
    deepEqual(
      [task("classification"), task("regression"), task("clustering")],
      [
        [true, true],
        [false, true],
        [false, false],
      ],
    );
  });

  it("knows from other settings who is concerned", () => {
    const profile = team(
      makeProfile([], ["people", "public"]),
      "{security: {exposure: internal}, fairness: {applicable: true}}",
    );
    deepEqual(holds(profile, "public", "people"), [false, true]);
  });
});

describe("appliesTo", () => {
  const applies = (condition: Parameters<typeof appliesTo>[0], profile: Profile, stage = "data") =>
    appliesTo(condition, stage, profile).value;

  it("joins what a condition takes", () => {
    const both = makeProfile(["training", "serving"]);
    const one = makeProfile(["training"]);
    deepEqual([applies("training-and-serving", both), applies("training-and-serving", one)], [true, false]);
    deepEqual([applies("training-or-serving", one), applies("training-or-serving", makeProfile([]))], [true, false]);
    equal(applies("always", makeProfile([])), true);
  });

  it("leaves open what hangs on something that is not known", () => {
    const open = (...known: readonly ProfileKey[]) => makeProfile(known, ["public", "deepLearning"]);
    equal(applies("public-serving", open("serving")), undefined);
    equal(applies("public-serving", open()), false);
    equal(applies("deep-learning-or-serving", open("serving")), true);
    equal(applies("deep-learning-or-serving", open()), undefined);
  });

  it("gives the reason", () => {
    const { why } = appliesTo("training-and-serving", "testing", makeProfile(["training"]));
    equal(why, "Applies when a model is both trained and served here. serving: false.");
  });

  it("leaves deployment and monitoring out of a library, and nothing else", () => {
    const library = makeProfile(["library"]);
    deepEqual(
      ["deployment", "monitoring", "team"].map((stage) => applies("always", library, stage)),
      [false, false, true],
    );
  });
});
