import assert from "node:assert/strict";
import { openConfigs } from "../../src/project/configs.js";
import { openWorkspace, type ProjectWorkspace } from "../../src/project/workspace.js";
import { readPython } from "../../src/syntax/python/lower.js";
import { memoryFileSystem, type MemoryFile } from "./memory-file-system.js";

const seeding = "import torch\n\ntorch.manual_seed(1)\n";

describe("a workspace and files that change", () => {
  it("tells who sees a file, directly or through others", async () => {
    const { workspace } = open({
      "/p/main.py": "import helper\n",
      "/p/helper.py": "from deep import f\n",
      "/p/deep.py": "def f(): ...\n",
      "/p/other.py": "import json\n",
    });
    const prepared = await prepareAll(workspace, ["/p/main.py", "/p/helper.py", "/p/other.py"]);
    assert.deepEqual(await workspace.dependents(prepared, "/p/deep.py"), ["/p/main.py", "/p/helper.py"]);
    assert.deepEqual(await workspace.dependents(prepared, "/p/helper.py"), ["/p/main.py"]);
    assert.deepEqual(await workspace.dependents(prepared, "/p/other.py"), []);
  });

  it("tells who sees a file that came, and who saw one that went", async () => {
    const contents: Record<string, string> = { "/p/main.py": "import helper\n", "/p/other.py": "import json\n" };
    const { workspace } = open(contents);
    await workspace.readFacts("python");
    const prepared = await prepareAll(workspace, ["/p/main.py", "/p/other.py"]);
    contents["/p/helper.py"] = "x = 1\n";
    assert.deepEqual(await workspace.refresh("/p/helper.py"), { content: true, facts: false });
    assert.deepEqual(await workspace.dependents(prepared, "/p/helper.py"), ["/p/main.py"]);
    await prepareAll(workspace, prepared);
    assert.equal(workspace.resolve("/p/main.py", "helper", 0)?.path, "/p/helper.py");
    delete contents["/p/helper.py"];
    await workspace.refresh("/p/helper.py");
    assert.deepEqual(await workspace.dependents(prepared, "/p/helper.py"), ["/p/main.py"]);
    await prepareAll(workspace, prepared);
    assert.equal(workspace.resolve("/p/main.py", "helper", 0), undefined);
  });

  it("takes no notice of a file that was written as it was", async () => {
    const { workspace } = open({ "/p/a.py": "import b\n", "/p/b.py": "x = 1\n" });
    await workspace.prepare("/p/a.py");
    const form = workspace.resolve("/p/a.py", "b", 0)?.form;
    assert.deepEqual(await workspace.refresh("/p/b.py"), { content: false, facts: false });
    assert.equal(workspace.resolve("/p/a.py", "b", 0)?.form, form, "It was parsed again.");
  });

  it("keeps the facts of the root up to date, file by file", async () => {
    const contents: Record<string, string> = { "/p/a.py": seeding, "/p/b.py": "x = 1\n" };
    const { workspace, reads } = open(contents);
    await workspace.readFacts("python");
    assert.deepEqual([...(workspace.facts.seededIn.get("torch") ?? [])], ["/p/a.py"]);
    const before = reads.length;
    contents["/p/b.py"] = seeding;
    assert.deepEqual(await workspace.refresh("/p/b.py"), { content: true, facts: true });
    assert.deepEqual([...(workspace.facts.seededIn.get("torch") ?? [])], ["/p/a.py", "/p/b.py"]);
    assert.ok(reads.slice(before).every((path) => path === "/p/b.py" || !path.endsWith(".py")));
    delete contents["/p/a.py"];
    await workspace.refresh("/p/a.py");
    assert.deepEqual([...(workspace.facts.seededIn.get("torch") ?? [])], ["/p/b.py"]);
  });

  it("takes an edited text for the file, and says what is new about it", () => {
    const { workspace } = open({ "/p/a.py": "x = 1\n" });
    assert.deepEqual(workspace.put("/p/a.py", readPython("x = 1\n")), { content: true, facts: false });
    assert.deepEqual(workspace.put("/p/a.py", readPython("x = 1\n")), { content: false, facts: false });
    assert.deepEqual(workspace.put("/p/a.py", readPython(seeding)), { content: true, facts: true });
  });

  it("reads facts from more files than it keeps, and parses only those that may state any", async () => {
    const names = Array.from({ length: 100 }, (_, index) => `/p/m${index}.py`);
    const contents = Object.fromEntries(names.map((name, index) => [name, index === 17 ? seeding : "y = [1, 2, 3]\n"]));
    const { workspace } = open(contents, 800);
    await workspace.readFacts("python");
    assert.deepEqual([...(workspace.facts.seededIn.get("torch") ?? [])], ["/p/m17.py"]);
    assert.equal(workspace.text("/p/m0.py"), contents["/p/m0.py"], "The first files are needed first.");
    assert.equal(workspace.text("/p/m99.py"), undefined);
  });

  it("counts files that are named one by one, and not what only an import leads to", async () => {
    const { workspace } = open({
      "/p/.gitignore": "made.py\nnamed.py\n",
      "/p/main.py": "import made\n",
      "/p/made.py": seeding,
      "/p/named.py": seeding,
    });
    await workspace.readFacts("python", ["/p/named.py"]);
    await workspace.prepare("/p/main.py");
    assert.deepEqual([...(workspace.facts.seededIn.get("torch") ?? [])], ["/p/named.py"]);
  });

  it("is told the facts by someone who has read the root", async () => {
    const { workspace, reads } = open({ "/p/a.py": seeding });
    workspace.useFacts({
      torch: { least: [2, 1], below: undefined },
      baselineFiles: new Set(["b.py"]),
      seededIn: new Map(),
    });
    await workspace.readFacts("python");
    assert.deepEqual(workspace.facts.torch?.least, [2, 1]);
    assert.deepEqual(reads, []);
  });
});

describe("what a file is seen with", () => {
  it("begins with the definitions of what it imports, however many modules a package gathers", async () => {
    const many = Array.from({ length: 50 }, (_, index) => `part${String(index).padStart(2, "0")}`);
    const parts = many.map((name) => [`/p/lib/${name}.py`, `def ${name}_f(): ...\n`] as const);
    const { workspace } = open({
      "/p/main.py": "from lib import part48_f, renamed\n",
      "/p/lib/__init__.py": many
        .map((name) => `from .${name} import ${name}_f\n`)
        .join("")
        .concat("from .inner import *\n"),
      "/p/lib/inner.py": "from .part49 import part49_f as renamed\n",
      ...Object.fromEntries(parts),
    });
    await workspace.prepare("/p/main.py");
    assert.ok(workspace.resolve("/p/lib/__init__.py", "part48", 1) !== undefined);
    assert.ok(workspace.resolve("/p/lib/inner.py", "part49", 1) !== undefined);
    const loaded = many.filter((name) => workspace.text(`/p/lib/${name}.py`) !== undefined);
    assert.ok(loaded.length < 40, `${loaded.length} of ${many.length} were read.`);
  });

  it("ends where names are handed round in a circle", async () => {
    const { workspace } = open({
      "/p/main.py": "from a import nothing\n",
      "/p/a.py": "from b import nothing\n",
      "/p/b.py": "from a import nothing\n",
    });
    await workspace.prepare("/p/main.py");
    assert.equal(workspace.resolve("/p/b.py", "a", 0)?.path, "/p/a.py");
  });
});

function open(contents: Readonly<Record<string, MemoryFile>>, maxKept = 1_000_000) {
  const files = memoryFileSystem(contents);
  const configs = openConfigs(files, []);
  const workspace = openWorkspace({ files, configs, root: { folder: "/p", isProject: true }, maxKept });
  return { workspace, reads: files.reads };
}

async function prepareAll(workspace: ProjectWorkspace, paths: readonly string[]): Promise<readonly string[]> {
  for (const path of paths) await workspace.prepare(path);
  return paths;
}
