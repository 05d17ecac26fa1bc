import { deepEqual, equal, ok } from "node:assert/strict";
import { openMemory } from "../../checklist/open-memory.js";

const project = () =>
  openMemory({
    "pkg/__init__.py": "from .models import Net\n",
    "pkg/models.py":
      "import torch.nn as nn\n\nclass Base(nn.Module):\n    def freeze(self):\n        pass\n\nclass Net(Base):\n    def __init__(self):\n        self.head = nn.Linear(3, 1)\n    def forward(self, x):\n        return self.head(x)\n",
    "pkg/data.py":
      'import pandas as pd\nfrom sklearn.preprocessing import StandardScaler as Scaler\nSEED = 7\n\ndef load(path: str = "rows.csv") -> pd.DataFrame:\n    frame = pd.read_csv(path)\n    frame.to_csv("copy.csv")\n    return frame\n\ndef scale(frame):\n    scaler = Scaler()\n    try:\n        scaler.fit(frame)\n    except ValueError:\n        print("no")\n    if len(frame) < 10:\n        raise ValueError("few")\n    return scaler.transform(frame)\n',
    "train.py":
      'from pkg import Net\nfrom pkg.data import load, scale, SEED\nfrom sklearn.model_selection import train_test_split\n\ndef unused():\n    print("never")\n\ndef main():\n    rows = scale(load())\n    a, b = train_test_split(rows, random_state=SEED)\n    net = Net()\n    net.freeze()\n    net.fit(a)\n\nif __name__ == "__main__":\n    main()\n',
    "tests/test_data.py":
      'import pytest\nfrom pkg.data import scale\n\n@pytest.fixture\ndef rows():\n    return [1]\n\ndef check(x):\n    assert x > 1\n\ndef test_scale(rows):\n    check(scale(rows))\n\ndef test_empty():\n    scale([])\n\n@pytest.mark.skip(reason="slow")\ndef test_skipped():\n    assert scale([1]) == 2\n\ndef test_constant():\n    assert True\n',
    ".github/workflows/ci.yml":
      "on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest tests\n      - run: python train.py\n",
  });

describe("code as facts", () => {
  it("resolves names to libraries, objects to their classes, and both to the project's own files", async () => {
    const { code } = await project();
    const callsOf = (path: string) =>
      code.find((file) => file.path === path)?.calls.map(({ path: called, target, name }) => called ?? target ?? name);
    deepEqual(callsOf("pkg/data.py"), [
      "pandas.read_csv",
      "pandas.DataFrame.to_csv",
      "sklearn.preprocessing.StandardScaler",
      "sklearn.preprocessing.StandardScaler.fit",
      "builtins.print",
      "builtins.len",
      "builtins.ValueError",
      "sklearn.preprocessing.StandardScaler.transform",
    ]);
    deepEqual(callsOf("train.py"), [
      "builtins.print",
      "pkg/data.py#scale",
      "pkg/data.py#load",
      "sklearn.model_selection.train_test_split",
      "pkg/models.py#Net",
      "pkg/models.py#Base.freeze",
      "pkg/models.py#Net.fit",
      "train.py#main",
    ]);
  });

  it("knows an object that may be given, else is made, and one that may be none", async () => {
    const { code } = await openMemory({
      "log.py": "class Log:\n    def write(self, row):\n        pass\n",
      "app.py":
        "from log import Log\n\ndef run(given: Log | None, other: Log | int):\n    log = given or Log()\n    log.write(1)\n    given.write(2)\n    other.write(3)\n    (Log() if given else None).write(4)\n    (given or open(1)).write(5)\n",
    });
    const writes = code.flatMap(({ calls }) => calls.filter(({ name }) => name === "write"));
    const own = "log.py#Log.write";
    deepEqual(
      writes.map(({ target }) => target),
      [own, own, undefined, own, own],
    );
  });

  it("tells values, swallowed failures and guards", async () => {
    const { code } = await project();
    const data = code.find(({ path }) => path === "pkg/data.py");
    equal(data?.calls.find(({ name }) => name === "fit")?.isSwallowed, true);
    equal(data.calls.find(({ name }) => name === "transform")?.isSwallowed, false);
    deepEqual(
      data.guards.map(({ effect, within, mentions }) => ({ effect, within, mentions: mentions.toSorted() })),
      [{ effect: "raise", within: "scale", mentions: ["frame", "len"] }],
    );
    const split = code.flatMap(({ calls }) => calls).find(({ name }) => name === "train_test_split");
    ok(split?.named["random_state"] !== undefined);
  });

  it("follows what runs through imports and calls", async () => {
    const { wiring } = await project();
    const [entry] = wiring.entriesOf("pkg/data.py", "scale");
    equal(entry?.what, 'CI job "test" runs `python train.py`');
    equal(entry.repeatedBy, "ci");
    equal(entry.isGating, true);
    deepEqual(wiring.entriesOf("train.py", "unused"), []);
    equal(wiring.entriesOf("pkg/models.py", "Net.forward").length > 0, true);
  });

  it("collects tests with what they prove, reach and are run by", async () => {
    const { tests } = await project();
    deepEqual(
      tests.map(({ name, skipped, assertions, run }) => ({
        name,
        skipped,
        proves: assertions.length,
        gates: run?.isGating,
      })),
      [
        { name: "test_scale", skipped: undefined, proves: 1, gates: true },
        { name: "test_empty", skipped: undefined, proves: 0, gates: true },
        { name: "test_skipped", skipped: "`@pytest.mark.skip` stands above it", proves: 1, gates: true },
        { name: "test_constant", skipped: undefined, proves: 0, gates: true },
      ],
    );
    ok(tests[0]?.reaches.includes("pkg/data.py#scale"));
  });

  it("reads what stands in functions without names, and takes a constant that is a function for one", async () => {
    const { code, tests } = await openMemory({
      "src/score.js":
        "import { load } from './load.js';\nexport const score = async (x) => { const model = await load(); return model; };\n",
      "src/load.js": "export async function load() { return 1; }\n",
      "src/score.test.js":
        "import { score } from './score.js';\ndescribe('score', () => {\n  it('scores', async () => {\n    const y = await score(2);\n    expect(y).toBe(1);\n  });\n});\n",
    });
    const called = code
      .find(({ path }) => path === "src/score.js")
      ?.calls.map(({ within, target }) => [within, target]);
    deepEqual(called, [["score", "src/load.js#load"]]);
    const [test] = tests;
    equal(test?.assertions.length, 1);
    deepEqual(
      test.reaches.filter((node) => node.includes("#")),
      ["src/score.js#score", "src/load.js#load"],
    );
  });

  it("finds that a test stops the program where what it notes does, also in a caller", async () => {
    const { code } = await openMemory({
      "gate.py":
        "def problems(report):\n    found = []\n    if report['recall'] < 0.8:\n        found.append('recall')\n    return found\n\ndef idle(report):\n    found = []\n    if report['f1'] < 0.8:\n        found.append('f1')\n    return found\n",
      "main.py":
        "from gate import idle, problems\nwrong = problems(read())\nprint(idle(read()))\nif wrong:\n    raise SystemExit(1)\n",
    });
    const guards = code.find(({ path }) => path === "gate.py")?.guards ?? [];
    deepEqual(
      guards.map(({ within, effect }) => [within, effect]),
      [
        ["problems", "raise"],
        ["idle", "return-false"],
      ],
    );
  });

  it("finds that what a test hands back is only told, unless another caller stops", async () => {
    const check = (name: string): string =>
      `def ${name}(rows):\n    found = []\n    if rows['age'] < 0:\n        found.append('age')\n    return found\n\n`;
    const { code } = await openMemory({
      "check.py": `import logging\n${["told", "both"].map(check).join("")}def main():\n    for problem in told(read()):\n        logging.warning(problem)\n    if both(read()):\n        raise ValueError\n`,
      "other.py": "from check import both\nwrong = both(read())\nprint(wrong)\n",
    });
    const guards = code.find(({ path }) => path === "check.py")?.guards ?? [];
    deepEqual(
      guards.map(({ within, effect }) => `${within} ${effect}`),
      ["main raise", "told warn", "both raise"],
    );
  });

  it("finds that a test stops the program over several callers, but not by what tests expect", async () => {
    const { code } = await openMemory({
      "gate.py":
        "import sys\n\ndef good(report):\n    if report['f1'] < 0.8:\n        return False\n    return True\n\ndef even(report):\n    if report['gap'] > 0.1:\n        return False\n    return True\n\ndef idle(report):\n    if report['auc'] < 0.8:\n        return False\n    return True\n\ndef main():\n    report = read()\n    assert even(report)\n    passed = good(report)\n    return 0 if passed else 1\n\nsys.exit(main())\n",
      "tests/test_gate.py": "from gate import idle\n\ndef test_idle():\n    assert idle({'auc': 1})\n",
    });
    const guards = code.find(({ path }) => path === "gate.py")?.guards ?? [];
    deepEqual(guards.map(({ within, effect }) => `${within} ${effect}`).toSorted(), [
      "even assert",
      "good exit",
      "idle return-false",
      "main assert",
      "main exit",
    ]);
  });

  it("knows a constant in the condition of a skip, in tests too", async () => {
    const { tests } = await openMemory({
      "tests/test_slow.py":
        "import pytest\n\nSLOW = True\nFAST = False\n\n@pytest.mark.skipif(SLOW, reason='slow')\ndef test_a():\n    assert f(1)\n\n@pytest.mark.skipif(FAST, reason='fast')\ndef test_b():\n    assert f(1)\n",
    });
    deepEqual(
      tests.map(({ skipped }) => skipped !== undefined),
      [true, false],
    );
  });

  it("leaves out what never runs", async () => {
    const { code } = await openMemory({
      "run.py":
        "import sys\n\ndef main():\n    if False:\n        never()\n    elif ready():\n        begin()\n    if True:\n        go_on()\n    else:\n        never()\n    return 1\n    never()\n\ndef helper():\n    shown()\n\nsys.exit(main())\nnever()\n",
      "tests/run.test.ts":
        'import { it } from "vitest";\ndescribe.skip("all", () => {\n  never();\n});\nit.skip("one", async () => {\n  await never();\n});\nit("two", () => {\n  runs();\n  return;\n  function later() {\n    isThere();\n  }\n});\n',
    });
    const called = code.map(({ calls }) => calls.map(({ text }) => text).toSorted());
    deepEqual(called, [
      ["begin", "go_on", "main", "ready", "shown", "sys.exit"],
      ["describe.skip", "isThere", "it", "it.skip", "runs"],
    ]);
  });
});
