import assert from "node:assert/strict";
import { manifestReader } from "../../../../src/project/facts/dependencies/manifests.js";
import { askedIn, versionsIn } from "./asked-in.js";

describe("a file of requirements", () => {
  it("asks for names, with versions, extras and markers", () => {
    assert.deepEqual(
      askedIn(
        "requirements.txt",
        "# comment",
        "numpy",
        "torch==2.3.1  # why",
        "scikit_learn[all] >= 1.4, < 2 ; python_version > '3.8'",
        "pandas==2.*",
        "pkg (>=1.0)",
        "--extra-index-url https://x/whl",
        "-e .",
        "./libs/ours",
      ),
      ["2 numpy", "3 torch ==2.3.1 pinned", "4 scikit_learn >= 1.4, < 2", "5 pandas ==2.*", "6 pkg >=1.0"],
    );
  });

  it("has hashes on the lines below", () => {
    assert.deepEqual(
      askedIn("requirements.txt", "numpy==2.0.0 \\", "    --hash=sha256:ab \\", "    --hash=sha256:cd", "pip==24.0"),
      ["1 numpy ==2.0.0 pinned hash", "4 pip ==24.0 pinned"],
    );
  });

  it("has addresses, which are pinned to a commit, a tag or a file", () => {
    assert.deepEqual(
      askedIn(
        "requirements/dev.txt",
        "git+https://github.com/x/tool.git@0123abc#egg=tool",
        "git+https://github.com/x/other.git@main",
        "torch @ https://x/torch-2.4.0-cp311.whl",
        "-e git+ssh://git@github.com/x/lib.git@v1.2.0#egg=lib",
      ),
      [
        "1 tool git+https://github.com/x/tool.git@0123abc#egg=tool pinned dev",
        "2 other git+https://github.com/x/other.git@main dev",
        "3 torch @ https://x/torch-2.4.0-cp311.whl pinned dev",
        "4 lib git+ssh://git@github.com/x/lib.git@v1.2.0#egg=lib pinned dev",
      ],
    );
  });

  it("may come from PowerShell, or hold what is no requirement", () => {
    assert.deepEqual(askedIn("requirements.txt", "\uFFFD\uFFFDn\0u\0m\0p\0y\0"), ["1 numpy"]);
    assert.equal(
      manifestReader("requirements.txt")?.("requirements.txt", "numpy\nfoo bar\n").reason,
      "line 2: it is no requirement",
    );
  });
});

describe("a pyproject.toml", () => {
  it("asks in the lists of PEP 621 and PEP 735", () => {
    assert.deepEqual(
      askedIn(
        "pyproject.toml",
        "[project]",
        "dependencies = [",
        '  "torch>=2",',
        '  "numpy==2.0.0",',
        "]",
        "[project.optional-dependencies]",
        'gpu = ["cupy"]',
        'test = ["pytest"]',
        "[dependency-groups]",
        'lint = ["ruff==0.6.0", {include-group = "x"}]',
        "[tool.uv.sources]",
        'cupy = { git = "https://x/y", rev = "abc" }',
      ),
      ["3 torch >=2", "4 numpy ==2.0.0 pinned", "7 cupy pinned", "8 pytest dev", "10 ruff ==0.6.0 pinned dev"],
    );
  });

  it("asks in the tables of poetry", () => {
    assert.deepEqual(
      askedIn(
        "pyproject.toml",
        "[tool.poetry.dependencies]",
        'python = "^3.11"',
        'torch = "^2.2"',
        'numpy = "2.0.0"',
        'any = "*"',
        'git = {git = "https://x/y.git", rev = "abc"}',
        'ours = {path = "../ours"}',
        "[tool.poetry.group.dev.dependencies]",
        'pytest = {version = ">=8", extras = ["x"]}',
      ),
      [
        "3 torch ^2.2",
        "4 numpy 2.0.0 pinned",
        "5 any",
        "6 git https://x/y.git@abc pinned",
        "7 ours ../ours pinned",
        "9 pytest >=8 dev",
      ],
    );
  });

  it("asks in the tables of PDM, uv, hatch and pixi", () => {
    assert.deepEqual(
      askedIn(
        "pyproject.toml",
        "[tool.pdm.dev-dependencies]",
        'a = ["mypy"]',
        "[tool.uv]",
        'dev-dependencies = ["black"]',
        "[tool.hatch.envs.test]",
        'dependencies = ["coverage"]',
        "[tool.pixi.dependencies]",
        'python = "3.11.*"',
        'pytorch = ">=2.1"',
      ),
      ["4 black dev", "2 mypy dev", "6 coverage dev", "9 pytorch >=2.1"],
    );
  });

  it("says which Python", () => {
    assert.deepEqual(versionsIn("pyproject.toml", "[project]", 'requires-python = ">=3.10"'), ["2 python >=3.10"]);
    assert.deepEqual(versionsIn("pyproject.toml", "[project]", 'requires-python = ">=3.10,<3.13"'), [
      "2 python >=3.10,<3.13 pinned",
    ]);
    assert.deepEqual(versionsIn("pyproject.toml", "[tool.poetry.dependencies]", 'python = "^3.11"'), [
      "2 python ^3.11",
    ]);
  });

  it("says what is broken", () => {
    assert.match(manifestReader("pyproject.toml")?.("pyproject.toml", "[project\n").reason ?? "", /^line 1: /);
  });
});

describe("other manifests of Python", () => {
  it("are read: Pipfile", () => {
    const lines = [
      "[packages]",
      'torch = "*"',
      'numpy = {version = "==2.0.0"}',
      "[dev-packages]",
      'pytest = ">=8"',
      "[requires]",
      'python_version = "3.11"',
    ];
    assert.deepEqual(askedIn("Pipfile", ...lines), ["2 torch", "3 numpy ==2.0.0 pinned", "5 pytest >=8 dev"]);
    assert.deepEqual(versionsIn("Pipfile", ...lines), ["7 python 3.11 pinned"]);
  });

  it("are read: setup.cfg", () => {
    const lines = [
      "[options]",
      "python_requires = >=3.9",
      "install_requires =",
      "    torch>=2",
      "    numpy==2.0.0",
      "[options.extras_require]",
      "dev =",
      "    pytest",
    ];
    assert.deepEqual(askedIn("setup.cfg", ...lines), ["4 torch >=2", "5 numpy ==2.0.0 pinned", "8 pytest dev"]);
    assert.deepEqual(versionsIn("setup.cfg", ...lines), ["2 python >=3.9"]);
  });

  it("are read: setup.py", () => {
    const lines = [
      "from setuptools import setup",
      'extra = ["x"]',
      "setup(",
      '    python_requires="==3.11.*",',
      '    install_requires=["torch>=2", "numpy==2.0.0"],',
      ")",
    ];
    assert.deepEqual(askedIn("setup.py", ...lines), ["5 torch >=2", "5 numpy ==2.0.0 pinned"]);
    assert.deepEqual(versionsIn("setup.py", ...lines), ["4 python ==3.11.* pinned"]);
  });

  it("are read: conda's environment", () => {
    const lines = [
      "dependencies:",
      "  - python=3.11",
      "  - conda-forge::pytorch >=2.1",
      "  - numpy=1.26.4=py311_0",
      "  - scipy=1.11",
      "  - pip:",
      "    - torch==2.3.0",
      "    - -r requirements.txt",
    ];
    assert.deepEqual(askedIn("environment.yml", ...lines), [
      "3 pytorch >=2.1",
      "4 numpy =1.26.4=py311_0 pinned",
      "5 scipy =1.11",
      "7 torch ==2.3.0 pinned",
    ]);
    assert.deepEqual(versionsIn("environment.yml", ...lines), ["2 python =3.11 pinned"]);
  });

  it("are read: pixi.toml", () => {
    assert.deepEqual(
      askedIn(
        "pixi.toml",
        "[dependencies]",
        'numpy = "==1.26.4"',
        "[pypi-dependencies]",
        'torch = { version = ">=2" }',
        "[feature.test.dependencies]",
        'pytest = "*"',
      ),
      ["2 numpy ==1.26.4 pinned", "4 torch >=2", "6 pytest dev"],
    );
  });
});
