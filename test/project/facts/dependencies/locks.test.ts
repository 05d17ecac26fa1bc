import assert from "node:assert/strict";
import { lockKind } from "../../../../src/project/facts/dependencies/locks.js";

describe("the names that a lock holds", () => {
  for (const [path, text, expected] of [
    [
      "uv.lock",
      'version = 1\n\n[[package]]\nname = "torch"\nversion = "2"\n\n[[package]]\nname = "numpy"\n',
      ["torch", "numpy"],
    ],
    ["poetry.lock", '[[package]]\nname = "torch"\nversion = "2"\n', ["torch"]],
    ["pdm.lock", "[metadata]\n\n[[package]]\nname = 'torch'\n", ["torch"]],
    ["Pipfile.lock", '{"_meta": {}, "default": {"torch": {}}, "develop": {"pytest": {}}}', ["torch", "pytest"]],
    [
      "conda-lock.yml",
      "version: 1\npackage:\n- name: numpy\n  version: 1.26.4\n- version: 2\n  name: scipy\n",
      ["numpy", "scipy"],
    ],
    [
      "conda-linux-64.lock",
      "@EXPLICIT\nhttps://conda.anaconda.org/x/linux-64/py-opencv-4.9.0-py311_0.conda#ab\n",
      ["py-opencv"],
    ],
    [
      "pixi.lock",
      "packages:\n- conda: https://x/linux-64/numpy-1.26.4-py311.conda\n- pypi: https://x/a.whl\n  name: torch\n",
      ["torch", "numpy"],
    ],
    [
      "package-lock.json",
      '{"lockfileVersion": 3, "packages": {"": {}, "node_modules/@x/a": {}, "node_modules/b/node_modules/c": {}}}',
      ["@x/a", "c"],
    ],
    ["npm-shrinkwrap.json", '{"lockfileVersion": 1, "dependencies": {"a": {}}}', ["a"]],
    [
      "yarn.lock",
      '# yarn lockfile v1\n\n"@x/a@^1.0.0", "@x/a@^1.1.0":\n  version "1.1.0"\n\nb@~2:\n  version "2.0.0"\n',
      ["@x/a", "@x/a", "b"],
    ],
    [
      "pnpm-lock.yaml",
      "lockfileVersion: '9.0'\npackages:\n\n  '@x/a@1.0.0':\n    resolution: {integrity: x}\n\n  b@2.0.0(c@1.0.0):\n",
      ["@x/a", "b"],
    ],
    [
      "pnpm-lock.yaml",
      "lockfileVersion: 5.4\npackages:\n\n  /@x/a/1.0.0:\n    dev: true\n\n  /b/2.0.0:\n",
      ["@x/a", "b"],
    ],
    ["bun.lock", '{"lockfileVersion": 1, "packages": {"@x/a": ["@x/a@1.0.0",], "b": [],},}', ["@x/a", "b"]],
  ] as const) {
    it(`are read: ${path}, ${text.slice(0, 24).replace(/\s+/g, " ")}`, () => {
      assert.deepEqual(lockKind(path)?.names?.(text), expected);
    });
  }

  it("are unknown where the text is no such lock", () => {
    for (const path of ["uv.lock", "Pipfile.lock", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock"]) {
      assert.equal(lockKind(path)?.names?.("<<<<<<< ours\n"), undefined, path);
    }
    assert.equal(lockKind("bun.lockb")?.names, undefined);
  });
});
