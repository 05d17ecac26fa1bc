import { checkCases, type Files, follows } from "../ci-of.js";

describe("from a command to what it runs: scripts of pyproject.toml and the like", () => {
  const toml = (text: string): Files => ({ "pyproject.toml": text });
  checkCases([
    follows("poe", "poe test", toml('[tool.poe.tasks]\ntest = "pytest -q"\n'), ["pytest -q"]),
    follows("poe by poetry", "poetry run poe test", toml('[tool.poe.tasks.test]\ncmd = "pytest"\n'), ["pytest"]),
    follows(
      "a sequence of poe",
      "poe all",
      toml('[tool.poe.tasks]\nall = ["lint", "test"]\nlint = "ruff ."\ntest = "pytest"\n'),
      ["pytest"],
    ),
    follows(
      "poe that ignores failures",
      "poe all",
      toml('[tool.poe.tasks.all]\nsequence = ["test"]\nignore_fail = true\n[tool.poe.tasks]\ntest = "pytest"\n'),
      ["pytest !ignored-by-tool"],
    ),
    follows(
      "poe that leads in a circle",
      "poe a",
      toml('[tool.poe.tasks]\na = ["b", "test"]\nb = ["a"]\ntest = "pytest"\n'),
      ["pytest"],
    ),
    follows("a shell task of poe", "poe test", toml('[tool.poe.tasks.test]\nshell = "pytest; echo done"\n'), [
      "pytest !followed",
    ]),
    follows("pdm", "pdm run test", toml('[tool.pdm.scripts]\ntest = {composite = ["pytest a", "pytest b"]}\n'), [
      "pytest a",
      "pytest b",
    ]),
    follows("pdm without run", "pdm test", toml('[tool.pdm.scripts]\ntest = "pytest"\n'), ["pytest"]),
    follows("hatch", "hatch run test", toml('[tool.hatch.envs.default.scripts]\ntest = "pytest {args:tests}"\n'), [
      "pytest tests",
    ]),
    follows(
      "an environment of hatch",
      "hatch run ci:cov",
      toml('[tool.hatch.envs.ci.scripts]\ncov = ["pytest", "report"]\nreport = "coverage xml"\n'),
      ["pytest"],
    ),
    follows(
      "a command of hatch that may fail",
      "hatch run test",
      toml('[tool.hatch.envs.default.scripts]\ntest = "- pytest"\n'),
      ["pytest !ignored-by-tool"],
    ),
    follows("pipenv", "pipenv run test", { Pipfile: '[scripts]\ntest = "pytest"\n' }, ["pytest"]),
    follows(
      "pixi",
      "pixi run test",
      { "pixi.toml": '[tasks]\ntest = { cmd = "pytest", depends-on = ["build"] }\nbuild = "pip list"\n' },
      ["pytest"],
    ),
    follows("taskipy", "task test", toml('[tool.taskipy.tasks]\ntest = "pytest"\n'), ["pytest"]),
  ]);
});
