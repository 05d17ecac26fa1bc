import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver";
import { applyAction } from "../apply-edit.js";
import { type LspClient, startClient } from "../lsp-client.js";
import { openNotebook } from "../notebook-client.js";

const kind = "refactor.surround";
const titles = (actions: readonly CodeAction[]): readonly string[] => actions.map(({ title }) => title);

const score = `import torch
from torchvision.models import resnet18

net = resnet18()


def score(batch):
    «answer = net(batch)  # Logits.
    print(answer.argmax(1))
»    return answer
`;

describe("what surrounds a selection", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const open = async (path: string, marked: string, language = "python"): Promise<string> =>
    client.open(path, marked.replace(/[«»]/g, ""), language);

  it("is announced as a kind of its own", () => {
    const { codeActionProvider } = client.initialized.capabilities;
    assert.ok(typeof codeActionProvider === "object" && codeActionProvider.codeActionKinds?.includes(kind));
  });

  it("evaluates", async () => {
    const uri = await open("score.py", score);
    const [action] = await client.actionsOn(uri, score, ["refactor"]);
    assert.equal(action?.title, "Surround with `net.eval()` and `torch.no_grad()`");
    assert.equal(action.kind, kind);
    const lines =
      "    net.eval()\n    with torch.no_grad():\n        answer = net(batch)  # Logits.\n        print(answer.argmax(1))\n";
    const text = score.replace(/[«»]/g, "");
    const after = `${score.split("    «")[0] ?? ""}${lines}    return answer\n`;
    assert.equal(applyAction(text, action, uri), after);
  });

  it("is offered when nothing was asked for by name, and not among quick fixes", async () => {
    const uri = await open("all.py", score);
    assert.equal((await client.actionsOn(uri, score)).filter((action) => action.kind === kind).length, 1);
    assert.deepEqual(await client.actionsOn(uri, score, [kind]), await client.actionsOn(uri, score, ["refactor"]));
    assert.deepEqual(titles(await client.actionsOn(uri, score, ["quickfix", "refactor.extract"])), []);
  });

  it("is not offered at a cursor", async () => {
    const uri = await open("cursor.py", score);
    assert.deepEqual(await client.actionsOn(uri, score.replace(/«[^»]*»/, "«»"), ["refactor"]), []);
  });

  it("splits, with places to fill in", async () => {
    const marked = "import pandas as pd\n\ndf = pd.read_csv('birds.csv')\n«df»\n";
    const uri = await open("split.py", marked);
    const [action] = await client.actionsOn(uri, marked, ["refactor"]);
    assert.equal(
      applyAction(marked.replace(/[«»]/g, ""), action, uri),
      "import pandas as pd\nfrom sklearn.model_selection import train_test_split\n\ndf = pd.read_csv('birds.csv')\n" +
        "df_train, df_test = train_test_split(df, test_size=0.2, random_state=42)\n",
    );
  });

  it("works in the cells of a notebook", async () => {
    const cells = [
      "import torch\nnet = torch.nn.Linear(3, 1)",
      "for x in xs:\n    print(net(x))",
      "X, y = net(xs), ys",
    ];
    const notebook = await openNotebook(client, client.uri("score.ipynb"), ["from sklearn import svm", ...cells]);
    const [, , loop = "", data = ""] = notebook.cells();
    const [evaluate] = await client.actionsOn(loop, "«for x in xs:\n    print(net(x))»", ["refactor"]);
    assert.equal(
      applyAction(cells[1] ?? "", evaluate, loop),
      "net.eval()\nwith torch.no_grad():\n    for x in xs:\n        print(net(x))",
    );
    const actions = await client.actionsOn(data, "«X, y» = net(xs), ys", ["refactor"]);
    assert.equal(
      applyAction(cells[2] ?? "", actions[0], data),
      "from sklearn.model_selection import train_test_split\nX, y = net(xs), ys\n" +
        "X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42, stratify=y)",
    );
  });
});
