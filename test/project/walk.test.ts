import assert from "node:assert/strict";
import { openConfigs } from "../../src/project/configs.js";
import type { SkippedFile } from "../../src/project/skipped.js";
import { walk } from "../../src/project/walk.js";
import { memoryFileSystem, type MemoryFile, unreadable } from "./memory-file-system.js";

describe("walk", () => {
  it("finds sources of both languages and notebooks, in order of their paths", async () => {
    const names = ["b.py", "a.ts", "a/z.tsx", "a-b.js", "c.mjs", "c.cjs", "d.mts", "d.cts", "e.jsx", "n.ipynb"];
    const found = await walked(Object.fromEntries([...names, "README.md", "x.pyi"].map((name) => [name, ""])));
    assert.deepEqual(found, [...names].sort());
  });

  it("leaves out what is not the project's own", async () => {
    const found = await walked({
      "a.py": "",
      "node_modules/m/a.js": "",
      "env/pyvenv.cfg": "",
      "env/lib/a.py": "",
      "conda/conda-meta/history": "",
      "conda/lib/a.py": "",
      ".git/hooks/a.py": "",
      ".tox/a.py": "",
      "__pycache__/a.py": "",
      "torch-2.0.dist-info/a.py": "",
      ".github/scripts/b.py": "",
    });
    assert.deepEqual(found, [".github/scripts/b.py", "a.py"]);
  });

  it("walks a virtual environment that was asked for", async () => {
    assert.deepEqual(await walked({ "pyvenv.cfg": "", "a.py": "" }), ["a.py"]);
  });

  it("respects .gitignore files, the nearest having the last word", async () => {
    const found = await walked({
      ".git/HEAD": "",
      ".git/info/exclude": "private.py\n",
      ".gitignore": "build/\n*_tmp.py\n/top.py\n",
      "private.py": "",
      "build/a.py": "",
      "x_tmp.py": "",
      "top.py": "",
      "src/top.py": "",
      "src/.gitignore": "!keep_tmp.py\nout.py\n",
      "src/keep_tmp.py": "",
      "src/other_tmp.py": "",
      "src/out.py": "",
      "out.py": "",
    });
    assert.deepEqual(found, ["out.py", "src/keep_tmp.py", "src/top.py"]);
  });

  it("respects the .gitignore files of the folders above", async () => {
    const files = {
      ".git/HEAD": "",
      ".gitignore": "*_tmp.py\nsrc/made/\n",
      "src/a_tmp.py": "",
      "src/a.py": "",
      "src/made/b.py": "",
    };
    assert.deepEqual(await walked(files, { start: "src" }), ["src/a.py"]);
  });

  it("walks an ignored folder that was asked for", async () => {
    const files = { ".git/HEAD": "", ".gitignore": "build\n", "build/a.py": "" };
    assert.deepEqual(await walked(files, { start: "build" }), ["build/a.py"]);
  });

  it("respects what configurations exclude, each from its own folder", async () => {
    const found = await walked({
      ".preflight/config.yaml": "exclude: [vendor, sub/b.py]\n",
      "vendor/a.py": "",
      "sub/b.py": "",
      "sub/c.py": "",
      "nested/.preflight/config.yaml": "exclude: [b.py]\n",
      "nested/b.py": "",
      "nested/vendor/c.py": "",
    });
    assert.deepEqual(found, ["nested/vendor/c.py", "sub/c.py"]);
  });

  it("gives links that lead nowhere, so that they can be named", async () => {
    assert.deepEqual(await walked({ "a.py": unreadable }), ["a.py"]);
  });

  it("names a folder that cannot be read", async () => {
    const skipped: SkippedFile[] = [];
    assert.deepEqual(await walked({ "a.py": "" }, { start: "nowhere", skipped }), []);
    assert.deepEqual(skipped, [{ path: "/p/nowhere", reason: "unreadable", detail: "the folder cannot be read" }]);
  });
});

async function walked(
  contents: Readonly<Record<string, MemoryFile>>,
  { start = "", skipped = [] as SkippedFile[] } = {},
): Promise<string[]> {
  const files = memoryFileSystem(
    Object.fromEntries(Object.entries(contents).map(([path, file]) => [`/p/${path}`, file])),
  );
  const found: string[] = [];
  const options = { files, configs: openConfigs(files, []), onSkipped: (entry: SkippedFile) => skipped.push(entry) };
  for await (const path of walk(start === "" ? "/p" : `/p/${start}`, options)) found.push(path.slice("/p/".length));
  return found;
}
