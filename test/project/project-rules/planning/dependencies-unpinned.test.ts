import { expectIn, type Files } from "../project-findings.js";

function expect(files: Files, ...expected: readonly string[]): Promise<void> {
  return expectIn("dependencies-unpinned", files, expected);
}

describe("dependencies-unpinned", () => {
  it("stands at the first library of machine learning, once for each file", async () => {
    await expect(
      { "requirements.txt": "flask\ntorch>=2.0\nnumpy\n" },
      "requirements.txt:2 Any newer version of `torch` and 1 more may be installed, and no lock file says which: pin them, or commit a lock.",
    );
    await expect(
      { "environment.yml": "dependencies:\n  - python=3.11\n  - pytorch\n  - pip:\n      - transformers\n" },
      "environment.yml:3 Any newer version of `pytorch` and 1 more …",
    );
    await expect(
      { Pipfile: '[packages]\nxgboost = "*"\n' },
      "Pipfile:2 Any newer version of `xgboost` may be installed, and no lock file says which: pin it, or commit a lock.",
    );
  });

  it("is silent about pins, upper limits, and libraries of other kinds", async () => {
    await expect({ "requirements.txt": "torch==2.5.1\nnumpy~=1.26\npandas>=2,<3\nflask\nrequests>=2\n" });
    await expect({ "environment.yml": "dependencies:\n  - pytorch=2.5\n  - numpy=1.26.4\n" });
  });

  it("is silent where something else says which versions", async () => {
    await expect({ "requirements.txt": "torch\n", "constraints.txt": "", "uv.lock": "version = 1\n" });
    await expect({ "app/requirements.txt": "torch\n", "poetry.lock": "" });
    await expect({ "requirements.txt": "-c constraints.txt\ntorch\n", "constraints.txt": "torch==2.5.1\n" });
    await expect({ "requirements.txt": "torch\n", "requirements-frozen.txt": "torch==2.5.1\n" });
    await expect({ Pipfile: '[packages]\nxgboost = "*"\n', "Pipfile.lock": '{"default": {"xgboost": {}}}' });
  });

  it("does not take the lock of the web front end, or of another part, for one", async () => {
    await expect({ "requirements.txt": "torch\n", "package-lock.json": "{}" }, "requirements.txt:1 Any newer …");
    await expect({ "a/requirements.txt": "torch\n", "b/uv.lock": "version = 1\n" }, "a/requirements.txt:1 Any newer …");
  });

  it("leaves libraries alone", async () => {
    await expect({ "setup.py": 'from setuptools import setup\nsetup(install_requires=["torch"])\n' });
    await expect({
      "requirements.txt": "torch\n",
      "setup.py": 'from setuptools import setup\nsetup(install_requires=open("requirements.txt").read().split())\n',
    });
    await expect({
      "requirements.txt": "torch\n",
      "pyproject.toml": '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "x"\ndependencies = ["torch"]\n',
    });
    await expect({ "pyproject.toml": '[project]\nname = "x"\ndependencies = ["torch"]\n' });
    await expect({
      "needs/base.txt": "torch\n",
      "needs/requirements.txt": "numpy\n",
      "setup.py":
        'from setuptools import setup\nsetup(install_requires=open("needs/requirements.txt").read().split())\n',
    });
  });

  it("leaves examples, documents and the tools of developers alone", () =>
    expect({
      "examples/birds/requirements.txt": "torch\n",
      "docs/requirements.txt": "torch\n",
      "requirements-dev.txt": "torch\n",
      "requirements/test.txt": "torch\n",
    }));

  it("can be told in a comment that it is meant so", () =>
    expect({ "requirements.txt": "# preflight: ignore-file[dependencies-unpinned] -- the image has them\ntorch\n" }));
});
