import { deepEqual } from "node:assert/strict";
import { startedBy } from "../../../src/project/facts/started-by.js";
import { openMemory } from "../../checklist/open-memory.js";

const runOf = async (command: string): Promise<readonly boolean[]> => {
  const step = `on: push\njobs:\n  t:\n    runs-on: x\n    steps:\n      - run: ${command}\n`;
  const { tests } = await openMemory({
    ".github/workflows/ci.yml": step,
    "tests/test_cloud.py": "def test_upload():\n    assert up()\n",
    "tests/test_local.py": "def test_read():\n    assert read()\n",
  });
  return tests.map(({ run }) => run !== undefined);
};

describe("a run of tests", () => {
  it("comes to those whose names its expression holds for", async () => {
    deepEqual(await runOf("pytest -k cloud"), [true, false]);
    deepEqual(await runOf('pytest -k "not cloud and not slow"'), [false, true]);
    deepEqual(await runOf('pytest -k "upload or read"'), [true, true]);
  });

  it("comes to all of them where the expression is not understood", async () => {
    deepEqual(await runOf('pytest -k "(cloud or local) and not slow"'), [true, true]);
  });
});

describe("startedBy", () => {
  it("does not take a tool for a file of the project that is called so", () => {
    const options = {
      directory: undefined,
      module: undefined,
      isFile: new Set(["src/commands/build.py", "src/work/train.py"]),
    };
    deepEqual(startedBy("python -m build --wheel", options), []);
    deepEqual(startedBy("python -m train", options), ["src/work/train.py"]);
  });
});
