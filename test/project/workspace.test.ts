import assert from "node:assert/strict";
import { openConfigs } from "../../src/project/configs.js";
import { openWorkspace, type ProjectWorkspace } from "../../src/project/workspace.js";
import { readPython } from "../../src/syntax/python/lower.js";
import { memoryFileSystem, type MemoryFile, unreadable } from "./memory-file-system.js";

describe("a workspace", () => {
  describe("resolves in Python", () => {
    const files = {
      "/p/train.py":
        "import models\nimport lib.deep.nets\nfrom lib import helpers\nimport torch\ndef f():\n    from pkg import late\n",
      "/p/models.py": "",
      "/p/lib/__init__.py": "",
      "/p/lib/helpers.py":
        "from . import deep\nfrom .deep import nets as n\nfrom ..models import x\nfrom .deep.nets import Net\n",
      "/p/lib/deep/__init__.py": "",
      "/p/lib/deep/nets.py": "import lib\n",
      "/p/src/pkg/__init__.py": "",
      "/p/src/pkg/late.py": "import pkg.early\n",
      "/p/src/pkg/early.py": "",
      "/p/scripts/run.py": "import near\nimport models\nimport outside\n",
      "/p/scripts/near.py": "",
      "/outside.py": "",
    };

    it("modules of the root and of src, packages and submodules, wherever they are imported", async () => {
      const at = await resolver(files, "/p/train.py");
      assert.equal(at("models"), "/p/models.py");
      assert.equal(at("lib"), "/p/lib/__init__.py");
      assert.equal(at("lib.deep"), "/p/lib/deep/__init__.py");
      assert.equal(at("lib.deep.nets"), "/p/lib/deep/nets.py");
      assert.equal(at("lib.helpers"), "/p/lib/helpers.py");
      assert.equal(at("pkg.late"), "/p/src/pkg/late.py");
    });

    it("relative imports by their level", async () => {
      const at = await resolver(files, "/p/lib/helpers.py");
      assert.equal(at("deep", 1), "/p/lib/deep/__init__.py");
      assert.equal(at("deep.nets", 1), "/p/lib/deep/nets.py");
      assert.equal(at("", 1), "/p/lib/__init__.py");
      assert.equal(at("models", 2), "/p/models.py");
    });

    it("neighbours of a script, and from a package its own top level", async () => {
      const script = await resolver(files, "/p/scripts/run.py");
      assert.equal(script("near"), "/p/scripts/near.py");
      assert.equal(script("models"), "/p/models.py");
      const inner = await resolver(files, "/p/src/pkg/late.py");
      assert.equal(inner("pkg.early"), "/p/src/pkg/early.py");
    });

    it("neither libraries nor what is outside the root", async () => {
      assert.equal((await resolver(files, "/p/train.py"))("torch"), undefined);
      assert.equal((await resolver(files, "/p/scripts/run.py"))("outside"), undefined);
    });

    it("what is imported by what is imported", async () => {
      const workspace = open(files);
      await workspace.prepare("/p/train.py");
      assert.equal(workspace.resolve("/p/lib/helpers.py", "deep.nets", 1)?.path, "/p/lib/deep/nets.py");
      assert.equal(workspace.text("/p/lib/deep/nets.py"), "import lib\n");
    });
  });

  it("resolves relative imports of TypeScript", async () => {
    const at = await resolver(
      {
        "/p/a.ts":
          'import x from "./b.js";\nimport y from "./c";\nimport z from "../q";\nimport t from "tf";\nconst d = require("./d");\n',
        "/p/b.ts": "",
        "/p/c/index.tsx": "",
        "/p/d.js": "",
        "/q.ts": "",
      },
      "/p/a.ts",
    );
    assert.deepEqual(
      ["./b.js", "./c", "./d", "../q", "tf"].map((module) => at(module)),
      ["/p/b.ts", "/p/c/index.tsx", "/p/d.js", undefined, undefined],
    );
  });

  it("speaks of files by the names it is given", async () => {
    const files = memoryFileSystem({ "/p/a.py": "import b\n", "/p/b.py": "x = 1\n" });
    const workspace = openWorkspace({
      files,
      configs: openConfigs(files, []),
      root: { folder: "/p", isProject: true },
      names: { toName: (path) => path.slice("/p/".length), toPath: (name) => `/p/${name}` },
    });
    await workspace.prepare("/p/a.py");
    assert.equal(workspace.resolve("a.py", "b", 0)?.path, "b.py");
    assert.equal(workspace.text("b.py"), "x = 1\n");
  });

  it("survives imports that go in a circle, and files that cannot be read", async () => {
    const at = await resolver(
      { "/p/a.py": "import b\nimport c\n", "/p/b.py": "import a\n", "/p/c.py": unreadable },
      "/p/a.py",
    );
    assert.equal(at("b"), "/p/b.py");
    assert.equal(at("c"), undefined);
  });

  it("takes a newer text, and forgets it", async () => {
    const workspace = open({ "/p/a.py": "import b\n", "/p/b.py": "", "/p/c.py": "" });
    workspace.put("/p/a.py", readPython("import c\n"));
    await workspace.prepare("/p/a.py");
    assert.equal(workspace.resolve("/p/a.py", "c", 0)?.path, "/p/c.py");
    assert.equal(workspace.resolve("/p/a.py", "b", 0), undefined);
    await workspace.refresh("/p/a.py");
    await workspace.prepare("/p/a.py");
    assert.equal(workspace.resolve("/p/a.py", "b", 0)?.path, "/p/b.py");
  });

  it("finds a file that came later once it was told", async () => {
    const contents: Record<string, string> = { "/p/a.py": "import b\n" };
    const workspace = open(contents);
    await workspace.prepare("/p/a.py");
    assert.equal(workspace.resolve("/p/a.py", "b", 0), undefined);
    contents["/p/b.py"] = "";
    await workspace.refresh("/p/b.py");
    await workspace.prepare("/p/a.py");
    assert.equal(workspace.resolve("/p/a.py", "b", 0)?.path, "/p/b.py");
  });

  it("knows the torch version of its root", async () => {
    const workspace = open({ "/p/requirements.txt": "torch>=2.1\n", "/p/a.py": "" });
    await workspace.readFacts("python");
    assert.deepEqual(workspace.facts.torch?.least, [2, 1]);
  });

  it("reads only files of the language in question for its facts", async () => {
    const files = memoryFileSystem({ "/p/a.py": "", "/p/b/c.py": "", "/p/d.ts": "" });
    const configs = openConfigs(files, []);
    const workspace = openWorkspace({ files, configs, root: { folder: "/p", isProject: true } });
    await Promise.all([workspace.readFacts("python"), workspace.readFacts("python")]);
    assert.deepEqual(
      files.reads.filter((path) => /\.(?:py|ts)$/.test(path)),
      ["/p/a.py", "/p/b/c.py"],
    );
  });

  it("does not read a whole folder that nothing says is a project", async () => {
    const files = memoryFileSystem({ "/home/a.py": "", "/home/private/b.py": "" });
    const workspace = openWorkspace({
      files,
      configs: openConfigs(files, []),
      root: { folder: "/home", isProject: false },
    });
    await workspace.readFacts("python");
    assert.deepEqual(
      files.reads.filter((path) => path.endsWith(".py")),
      [],
    );
  });

  it("says why a file cannot be read", async () => {
    const workspace = open({ "/p/.preflight/config.yaml": "maxFileSize: 10\n", "/p/a.py": "x = 1\n".repeat(5) });
    assert.deepEqual(await workspace.load("/p/a.py"), {
      reason: "too-large",
      detail: "30 B, the limit is 10 B (maxFileSize)",
    });
  });
});

function open(contents: Readonly<Record<string, MemoryFile>>): ProjectWorkspace {
  const files = memoryFileSystem(contents);
  return openWorkspace({ files, configs: openConfigs(files, []), root: { folder: "/p", isProject: true } });
}

async function resolver(
  contents: Readonly<Record<string, MemoryFile>>,
  from: string,
): Promise<(module: string, level?: number) => string | undefined> {
  const workspace = open(contents);
  await workspace.prepare(from);
  return (module, level = 0) => workspace.resolve(from, module, level)?.path;
}
