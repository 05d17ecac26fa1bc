import assert from "node:assert/strict";
import { readConfigs } from "../../../src/project/facts/configs.js";
import { inputOf } from "./input-of.js";

describe("readConfigs", () => {
  it("reads every format, with paths as they are given", async () => {
    const { facts, unreadable } = await readConfigs(
      inputOf({
        "conf/train.yaml": "a: 1\n",
        "pyproject.toml": "a = 1\n",
        "config.json": '{"a": 1}',
        ".vscode/settings.jsonc": '{"a": 1,}',
        "setup.cfg": "[a]\nb = 1\n",
        ".dvc/config": "[core]\n    remote = x\n",
        ".env": "A=1\n",
        ".env.example": "A=1\n",
        "data/raw.csv.dvc": "outs:\n  - md5: x\n",
        "notes.md": "a: 1\n",
      }),
    );
    assert.deepEqual(
      facts.map(({ path, format, entries }) => `${path} ${format} ${entries.length}`),
      [
        "conf/train.yaml yaml 1",
        "pyproject.toml toml 1",
        "config.json json 1",
        ".vscode/settings.jsonc json 1",
        "setup.cfg ini 1",
        ".dvc/config ini 1",
        ".env env 1",
        ".env.example env 1",
        "data/raw.csv.dvc yaml 1",
      ],
    );
    assert.deepEqual(unreadable, []);
  });

  it("leaves out locks, data, templates and what is somebody else's", async () => {
    const { facts, unreadable } = await readConfigs(
      inputOf({
        "package-lock.json": "{}",
        "pnpm-lock.yaml": "a: 1\n",
        "conda-lock.yml": "a: 1\n",
        "data/labels.json": '{"a": 1}',
        "tokenizer.json": '{"a": 1}',
        "third_party/x/config.yaml": "a: 1\n",
        "{{cookiecutter.name}}/config.yaml": "a: 1\n",
        "big.yaml": `a: ${"x".repeat(1_000_001)}\n`,
        ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`boxes/${index}.json`, '{"a": 1}'])),
      }),
    );
    assert.deepEqual({ facts, unreadable }, { facts: [], unreadable: [] });
  });

  it("tells what cannot be read, and goes on", async () => {
    const input = inputOf({ "broken.toml": "a =\n", "good.toml": "a = 1\n" });
    const { facts, unreadable } = await readConfigs({ ...input, paths: ["gone.yaml", ...input.paths] });
    assert.deepEqual(
      facts.map(({ path }) => path),
      ["good.toml"],
    );
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      ["gone.yaml", "broken.toml"],
    );
    assert.match(unreadable[1]?.reason ?? "", /^line 1: /);
  });
});
