import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = "from sklearn.linear_model import Ridge\nRidge().fit(x, y)\n";
const manifest = '[project]\nname = "a"\ndependencies = ["scikit-learn"]\n';
const lock =
  '[[package]]\nname = "scikit-learn"\nversion = "1.5.0"\n\n[[package]]\nname = "a"\nversion = "0.1.0"\nsource = { virtual = "." }\n';
const ci = (run: string): string =>
  `on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;
const locked = { "train.py": train, "pyproject.toml": manifest, "uv.lock": lock };

describe("TRAIN-02", () => {
  it("passes with a lock that CI or an image installs from", async () => {
    equal(await verdictIn({ ...locked, ".github/workflows/ci.yml": ci("uv sync --locked") }, "TRAIN-02"), "pass");
    equal(await verdictIn({ ...locked, Dockerfile: "FROM python:3.12\nRUN uv sync --frozen\n" }, "TRAIN-02"), "pass");
  });

  it("is partial when nothing installs from the lock, or only what is asked for is pinned", async () => {
    equal(await verdictIn(locked, "TRAIN-02"), "partial");
    equal(await verdictIn({ ...locked, ".github/workflows/ci.yml": ci("pip install -e .") }, "TRAIN-02"), "partial");
    equal(await verdictIn({ "train.py": train, "requirements.txt": "scikit-learn==1.5.0\n" }, "TRAIN-02"), "partial");
  });

  it("takes the pins of requirements for those of the ranges that a package gives", async () => {
    const texts = {
      "train.py": train,
      "pyproject.toml": '[project]\nname = "a"\ndependencies = ["scikit_learn>=1,<2"]\n',
    };
    equal(await verdictIn({ ...texts, "requirements.txt": "scikit-learn==1.5.0\n" }, "TRAIN-02"), "partial");
    equal(await verdictIn(texts, "TRAIN-02"), "fail");
  });

  it("fails with open versions", async () => {
    equal(await verdictIn({ "train.py": train, "requirements.txt": "scikit-learn>=1\nnumpy\n" }, "TRAIN-02"), "fail");
  });

  it("does not take the lock of the front end for that of the part that trains", async () => {
    const web = { "package.json": '{"name": "web"}', "package-lock.json": '{"packages": {"": {}}}' };
    const texts = {
      "train.py": train,
      "requirements.txt": "scikit-learn\n",
      ...web,
      ".github/workflows/ci.yml": ci("npm ci"),
    };
    equal(await verdictIn(texts, "TRAIN-02"), "fail");
  });

  it("goes by the parts that the team names", async () => {
    const config = "{deps: {parts: {train: uv.lock, web: package-lock.json}}}";
    equal(
      await verdictIn({ ...locked, ".github/workflows/ci.yml": ci("uv sync --locked") }, "TRAIN-02", { config }),
      "fail",
    );
  });

  it("does not believe in two truths about one environment", async () => {
    const texts = {
      ...locked,
      ".github/workflows/ci.yml": ci("uv sync --locked"),
      "requirements.txt": "scikit-learn==1.4.0\n",
    };
    equal(await verdictIn(texts, "TRAIN-02"), "partial");
  });
});
