import { equal, notEqual } from "node:assert/strict";
import { training } from "./detectors/ci-text.js";
import { verdictIn } from "./verdict-in.js";

type Texts = Readonly<Record<string, string>>;

/** Code that is evidence where it runs, in the training script of a project that has none otherwise. */
interface Evidence {
  readonly id: string;
  readonly script: string;
  readonly code: string;
}

const loop = "import torch\n\nfor x in data:\n    loss = net(x).mean()\n    loss.backward()\n";
const cases: readonly Evidence[] = [
  {
    ...{ id: "BASE-01", script: training },
    code: "from sklearn.dummy import DummyClassifier\nfrom sklearn.metrics import f1_score\nmost = DummyClassifier().fit(x, y)\nprint(f1_score(y, most.predict(x)))",
  },
  {
    ...{ id: "DATA-09", script: training },
    code: "import mlflow\nimport mlflow.data\nmlflow.log_input(mlflow.data.from_pandas(rows))",
  },
  { id: "TRAIN-10", script: loop, code: 'torch.save(net.state_dict(), "net.pt")' },
];

const notebook = (cell: object): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] });
const commented = (code: string): string => code.replace(/^/gm, "# ");

const forms: Readonly<Record<string, (script: string, code: string) => Texts>> = {
  "a comment": (script, code) => ({ "train.py": `${script}\n${commented(code)}\n` }),
  "a docstring": (script, code) => ({ "train.py": `${script}\n\ndef later():\n    '''\n${code}\n    '''\n` }),
  "a string": (script, code) => ({ "train.py": `${script}\nnote = '''${code}'''\n` }),
  "a Markdown cell": (script, code) => ({
    "train.py": script,
    "notes.ipynb": notebook({ cell_type: "markdown", metadata: {}, source: code }),
  }),
  "the output of a cell": (script, code) => ({
    "train.py": script,
    "notes.ipynb": notebook({
      ...{ cell_type: "code", metadata: {}, source: "1", execution_count: 1 },
      outputs: [{ output_type: "stream", name: "stdout", text: code }],
    }),
  }),
  "code of others": (script, code) => ({
    "train.py": script,
    "third_party/kit/run.py": `${script}\n${code}\n`,
    "node_modules/kit/run.py": `${script}\n${code}\n`,
  }),
  "a requirement": (script) => ({ "train.py": script, "requirements.txt": "mlflow==2.20.0\nscikit-learn==1.6.0\n" }),
};

describe("what never counts", () => {
  for (const { id, script, code } of cases) {
    it(`is no evidence for ${id}, which the same code is where it runs`, async () => {
      notEqual(await verdictIn({ "train.py": `${script}\n${code}\n` }, id), "fail", "the code itself");
      for (const [form, make] of Object.entries(forms)) equal(await verdictIn(make(script, code), id), "fail", form);
    });
  }
});
