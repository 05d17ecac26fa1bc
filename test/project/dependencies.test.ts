import assert from "node:assert/strict";
import { readTorchVersion } from "../../src/project/dependencies.js";
import { memoryFileSystem } from "./memory-file-system.js";

describe("readTorchVersion", () => {
  for (const [what, files, expected] of [
    ["an exact version", { "requirements.txt": "numpy\ntorch==2.3.1  # pinned\n" }, [2, 3]],
    ["a lower end", { "requirements.txt": "torch>=1.13,<3\n" }, [1, 13]],
    ["a compatible release", { "requirements.txt": "torch~=2.1\n" }, [2, 1]],
    ["a version of any minor", { "requirements.txt": "torch==2.*\n" }, [2, 0]],
    ["extras and markers", { "requirements.txt": 'torch[opt-einsum] >= 2.2 ; python_version > "3.8"\n' }, [2, 2]],
    [
      "a wheel's address",
      { "requirements.txt": "torch @ https://example.org/whl/torch-2.4.0%2Bcu118-cp311.whl\n" },
      [2, 4],
    ],
    ["a local version", { "requirements.txt": "torch==1.12.1+cu113\n" }, [1, 12]],
    ["a folder of requirements", { "requirements/gpu.txt": "torch>=2.0\n" }, [2, 0]],
    ["pyproject.toml", { "pyproject.toml": '[project]\ndependencies = ["torch>=2.1"]\n' }, [2, 1]],
    ["an optional dependency", { "pyproject.toml": '[project.optional-dependencies]\ngpu = ["torch>=2.5"]\n' }, [2, 5]],
    ["a dependency group", { "pyproject.toml": '[dependency-groups]\ndev = ["torch==2.6.0"]\n' }, [2, 6]],
    ["poetry", { "pyproject.toml": '[tool.poetry.dependencies]\ntorch = "^2.2"\n' }, [2, 2]],
    [
      "poetry's table",
      { "pyproject.toml": '[tool.poetry.group.gpu.dependencies]\ntorch = {version = ">=2.3", source = "x"}\n' },
      [2, 3],
    ],
    ["setup.cfg", { "setup.cfg": "[options]\ninstall_requires =\n    numpy\n    torch>=1.9\n" }, [1, 9]],
    ["conda", { "environment.yml": "dependencies:\n  - python=3.11\n  - pytorch=2.1.0=py3.11_cuda\n" }, [2, 1]],
    ["conda's channel", { "environment.yaml": "dependencies:\n  - conda-forge::pytorch >=2.2\n" }, [2, 2]],
    ["pip inside conda", { "environment.yml": "dependencies:\n  - pip:\n    - torch==2.0.1\n" }, [2, 0]],
    ["uv.lock", { "uv.lock": '[[package]]\nname = "torch"\nversion = "2.7.1"\n' }, [2, 7]],
    [
      "a lock before a range",
      {
        "pyproject.toml": '[project]\ndependencies = ["torch>=1.8"]\n',
        "poetry.lock": '[[package]]\nname = "torch"\nversion = "2.4.0"\n',
      },
      [2, 4],
    ],
    [
      "the lowest of several ranges",
      { "requirements.txt": "torch>=2.0\n", "requirements-old.txt": "torch>=1.7\n" },
      [1, 7],
    ],
    ["no version", { "requirements.txt": "torch\ntorchvision>=0.15\npytorch-lightning==2.0.0\n" }, undefined],
    ["an upper end alone", { "requirements.txt": "torch<2\n" }, undefined],
    ["broken TOML", { "pyproject.toml": "[project\n" }, undefined],
    ["broken YAML", { "environment.yml": "dependencies: [" }, undefined],
    [
      "files of another shape",
      { "pyproject.toml": 'project = "x"\n', "environment.yml": "- a\n", "uv.lock": "package = 1\n" },
      undefined,
    ],
    [
      "a source archive",
      { "PKG-INFO": "Metadata-Version: 2.1\nName: x\nRequires-Dist: torch>=2.6\n\nRequires-Dist: torch>=1\n" },
      [2, 6],
    ],
    [
      "old metadata",
      { "PKG-INFO": "Name: x\nRequires-Dist: torch (>=1.4.0)\nRequires-Dist: torchvision (>=0.5)\n" },
      [1, 4],
    ],
    [
      "setup.py",
      { "setup.py": 'from setuptools import setup\n\nsetup(name="x", install_requires=["numpy", "torch>=2.7"])\n' },
      [2, 7],
    ],
    [
      "setup.py's lists and texts",
      {
        "setup.py":
          'from setuptools import setup\n\nbase = ["numpy"]\nbase += ["torch[opt]>=2.1,<3"]\nextra = """\ntorch>=2.3\nscipy\n"""\n# "torch>=1.2"\nsetup(install_requires=base, extras_require={"gpu": extra.split()})\n',
      },
      [2, 1],
    ],
    [
      "a setup.py about something else",
      { "setup.py": 'torch = "2"\nsetup(description="uses torch", keywords=["torch"])\n' },
      undefined,
    ],
    ["nothing", { "train.py": "import torch\n" }, undefined],
  ] as const) {
    it(`understands ${what}`, async () => {
      const entries = Object.entries<string>(files).map(([name, text]) => [`/p/${name}`, text] as const);
      assert.deepEqual((await readTorchVersion(memoryFileSystem(Object.fromEntries(entries)), "/p"))?.least, expected);
    });
  }
});
