import assert from "node:assert/strict";
import { openToolProject, toolShown, toolsOf } from "./tools-of.js";

describe("the tools that a project uses", () => {
  it("come in the order of the guide, each with its traces, what the code does first", async () => {
    const used = await toolsOf({
      "requirements.txt": "wandb>=0.17\n",
      "train.py": "import torch\nimport wandb\n",
      "tests/test_train.py": "import wandb\n",
    });
    assert.deepEqual(
      used.map(({ tool }) => tool.id),
      ["T-pytorch", "T-wandb"],
    );
    assert.deepEqual(toolShown(used, "T-wandb"), [
      "import train.py:2 wandb",
      "dependency requirements.txt:1 wandb>=0.17",
      "import tests/test_train.py:1 wandb",
    ]);
  });

  it("are marked when nothing but tests use them, whatever the dependencies ask for", async () => {
    const used = await toolsOf({
      "requirements.txt": "locust\nonnx\n",
      "tests/load.py": "import locust\n",
      "src/net.test.ts": "import { launch } from '@sentry/node';\n",
      "api.py": "import fastapi\n",
    });
    assert.deepEqual(
      used.map(({ tool, onlyInTests }) => [tool.id, onlyInTests]),
      [
        ["T-http", false],
        ["T-onnx", false],
        ["T-obs", true],
        ["T-load", true],
      ],
    );
  });

  it("are not looked for in what is ignored or installed", async () => {
    const used = await toolsOf({
      ".git/HEAD": "",
      ".gitignore": "scratch/\n",
      "scratch/a.py": "import torch\n",
      "node_modules/x/package.json": '{ "dependencies": { "express": "4" } }',
      ".venv/pyvenv.cfg": "",
      ".venv/lib/b.py": "import wandb\n",
    });
    assert.deepEqual(used, []);
  });

  it("are told by folders, those that git keeps among them", async () => {
    const used = await toolsOf({ "mlruns/0/meta.txt": "", ".git/annex/objects/a": "" });
    assert.deepEqual(toolShown(used, "T-mlflow"), ["file mlruns mlruns"]);
    assert.deepEqual(toolShown(used, "T-lfs"), ["file .git/annex .git/annex"]);
  });

  it("are found by what a Windows editor wrote, in files that are broken, and next to half-written ones", async () => {
    const used = await toolsOf({
      "requirements.txt": "numpy\r\nwandb\r\n",
      "train.py": "import torch\ndef f(:\n",
      "pyproject.toml": "[project\n",
      ".github/workflows/ci.yml": "jobs: [\n",
      "package.json": "{",
    });
    assert.deepEqual(toolShown(used, "T-wandb"), ["dependency requirements.txt:2 wandb"]);
    assert.deepEqual(toolShown(used, "T-pytorch"), ["import train.py:1 torch"]);
  });
});

describe("requirements of each kind of file", () => {
  for (const [path, text, shown] of [
    ["setup.cfg", "[metadata]\nname = wandb\n[options]\ninstall_requires =\n    wandb>=1\n", "setup.cfg:5 wandb>=1"],
    ["setup.py", "extras_require = {'log': ['wandb']}\n", "setup.py:1 wandb"],
    ["Pipfile", '[packages]\nwandb = "*"\n', "Pipfile:2 wandb"],
    ["pyproject.toml", '[tool.poetry.dependencies]\nwandb = "^0.17"\n', "pyproject.toml:2 wandb"],
    ["pyproject.toml", '# wandb\n[dependency-groups]\ndev = ["wandb"]\n', "pyproject.toml:3 wandb"],
    [
      "requirements/train.in",
      "-r base.in\nwandb[media] >= 1 ; python_version > '3.9'\n",
      "requirements/train.in:2 wandb[media] >= 1",
    ],
    ["environment.yaml", "dependencies:\n  - pip:\n      - wandb==1\n", "environment.yaml:3 wandb==1"],
  ] as const) {
    it(`${path}: ${shown}`, async () => {
      assert.deepEqual(toolShown(await toolsOf({ [path]: text }), "T-wandb"), [`dependency ${shown}`]);
    });
  }
});

describe("a file that changes", () => {
  it("changes its own part alone, and is the only one that is read", async () => {
    const { tools, workspace, files, reads } = openToolProject({
      "a.py": "import torch\n",
      "b.py": "import wandb\n",
      "requirements.txt": "torch\n",
    });
    await tools.read();
    const before = reads.length;
    files["/p/b.py"] = "import mlflow\n";
    await workspace.refresh("/p/b.py");
    assert.deepEqual([...(await tools.refresh("/p/b.py"))].toSorted(), ["T-mlflow", "T-wandb"]);
    assert.deepEqual([...new Set(reads.slice(before))].toSorted(), ["/p/.gitignore", "/p/b.py"]);
    assert.equal(tools.of("T-wandb"), undefined);
    assert.equal(tools.of("T-mlflow")?.traces.length, 1);
    assert.equal(tools.of("T-pytorch")?.traces.length, 2);
  });

  it("may come and go", async () => {
    const { tools, files } = openToolProject({ "a.py": "import torch\n" });
    await tools.read();
    files["/p/Dockerfile"] = "FROM python\n";
    assert.deepEqual([...(await tools.refresh("/p/Dockerfile"))], ["T-docker"]);
    assert.deepEqual([...(await tools.refresh("/p/Dockerfile"))], []);
    delete files["/p/Dockerfile"];
    assert.deepEqual([...(await tools.refresh("/p/Dockerfile"))], ["T-docker"]);
    assert.equal(tools.of("T-docker"), undefined);
  });

  it("takes a whole folder with it", async () => {
    const { tools, files } = openToolProject({ "sub/a.py": "import torch\n", "b.py": "import torch\n" });
    await tools.read();
    delete files["/p/sub/a.py"];
    assert.deepEqual([...(await tools.refresh("/p/sub"))], ["T-pytorch"]);
    assert.equal(tools.of("T-pytorch")?.traces.length, 1);
  });

  it("can make a module the project's own, and give it back", async () => {
    const { tools, files } = openToolProject({ "a.py": "import datasets\n" });
    await tools.read();
    assert.equal(tools.of("T-hf")?.traces.length, 1);
    files["/p/datasets.py"] = "";
    assert.deepEqual([...(await tools.refresh("/p/datasets.py"))], ["T-hf"]);
    assert.equal(tools.of("T-hf"), undefined);
    delete files["/p/datasets.py"];
    assert.deepEqual([...(await tools.refresh("/p/datasets.py"))], ["T-hf"]);
    assert.equal(tools.of("T-hf")?.traces.length, 1);
  });

  it("says nothing when it is ignored", async () => {
    const { tools, files } = openToolProject({ ".git/HEAD": "", ".gitignore": "scratch/\n" });
    await tools.read();
    files["/p/scratch/a.py"] = "import torch\n";
    assert.deepEqual([...(await tools.refresh("/p/scratch/a.py"))], []);
  });
});
