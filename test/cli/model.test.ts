import assert from "node:assert/strict";
import { makeFolder, runCli } from "./run-cli.js";

const files = {
  "train.py": "import torch\nfrom helpers import score\n\nmodel = torch.nn.Linear(2, 2)\nmodel.eval()\nscore(model)\n",
  "helpers.py": "def score(model):\n    return model(rows)\n",
  "notes.txt": "nothing\n",
  "odd.py": new Uint8Array([0, 255, 0, 1]),
};

describe("ml-preflight model", () => {
  it("prints what is known of a file beside its code, other files included", async () => {
    const { code, stdout, stderr } = await runCli(["model", "train.py"], { cwd: await makeFolder(files) });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.match(stdout, /^train\.py\nlibraries: torch\nalso followed: helpers\.py\n/);
    assert.match(stdout, /^4 \| model = torch\.nn\.Linear\(2, 2\)\n +value model: torch\.nn\.Linear$/m);
    assert.match(stdout, /^ +mode model: sets eval mode of torch\.nn\.Linear$/m);
  });

  it("has the same as JSON, on one line", async () => {
    const cwd = await makeFolder(files);
    const { code, stdout } = await runCli(["model", "--format", "json", "train.py"], { cwd });
    assert.equal(code, 0);
    assert.equal(stdout.trimEnd().split("\n").length, 1);
    const known = JSON.parse(stdout) as { readonly version: number; readonly path: string; readonly followed: unknown };
    assert.deepEqual([known.version, known.path, known.followed], [1, "train.py", ["helpers.py"]]);
  });

  it("has colours where they are wanted", async () => {
    const cwd = await makeFolder(files);
    const { stdout } = await runCli(["model", "train.py"], { cwd, env: { FORCE_COLOR: "1" } });
    assert.ok(stdout.includes("\u001b[36mvalue\u001b[39m"));
  });

  for (const [what, file, message] of [
    ["is not there", "missing.py", /missing\.py: it cannot be opened/],
    ["is in no language that is checked", "notes.txt", /notes\.txt: it is no Python, TypeScript or JavaScript file/],
    ["cannot be read as text", "odd.py", /odd\.py: /],
    ["is a folder", ".", /\.: it is no /],
  ] as const) {
    it(`is 2 for a file that ${what}`, async () => {
      const { code, stdout, stderr } = await runCli(["model", file], { cwd: await makeFolder(files) });
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, message);
    });
  }
});
