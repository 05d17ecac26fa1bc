import { checkCases, follows } from "../ci-of.js";

describe("from a command to what it runs: scripts, hooks, containers and clusters", () => {
  const hooks =
    "repos:\n  - repo: https://example.org/x\n    hooks:\n      - id: ruff\n  - repo: local\n    hooks:\n      - id: tests\n        entry: pytest -q\n        language: system\n";
  checkCases([
    follows("a script without `set -e`", "./test.sh", { "test.sh": "#!/bin/bash\npytest\necho done\n" }, [
      "pytest !followed",
    ]),
    follows("a script with `set -e`", "bash test.sh", { "test.sh": "set -e\npytest\necho done\n" }, ["pytest"]),
    follows(
      "a script's first line counts when it is run",
      "./test.sh",
      { "test.sh": "#!/bin/bash -e\npytest\necho done\n" },
      ["pytest"],
    ),
    follows(
      "a script's first line is a comment to bash",
      "bash test.sh",
      { "test.sh": "#!/bin/bash -e\npytest\necho done\n" },
      ["pytest !followed"],
    ),
    follows("`bash -e`", "bash -e test.sh", { "test.sh": "pytest\necho done\n" }, ["pytest"]),
    follows("a script that is sourced", "source ci/env.sh", { "ci/env.sh": "pytest\necho done\n" }, ["pytest"]),
    follows("arguments", "./test.sh unit -x", { "test.sh": 'set -e\npytest tests/$1 "$2"\n' }, [
      "pytest tests/unit -x",
    ]),
    follows("no arguments", "./test.sh", { "test.sh": 'set -e\npytest "$@"\n' }, ["pytest"]),
    follows(
      "a script that goes to its own folder",
      "bash ci/test.sh",
      { "ci/test.sh": 'set -e\ncd "$(dirname "$0")/.."\nmake test\n', Makefile: "test:\n\tpytest\n" },
      ["pytest"],
    ),
    follows(
      "a script that keeps its folder in a variable",
      "bash ci/test.sh",
      {
        "ci/test.sh": 'set -e\nDIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"\nbash "$DIR/more.sh"\n',
        "ci/more.sh": "pytest\n",
      },
      ["pytest"],
    ),
    follows(
      "a script in a container",
      "docker run -v $PWD:/app -w /app img bash /app/ci/test.sh",
      { "ci/test.sh": "pytest\n" },
      ["pytest"],
    ),
    follows("scripts that call each other", "bash a.sh", { "a.sh": "bash b.sh\n", "b.sh": "bash a.sh\npytest\n" }, [
      "pytest",
    ]),
    follows(
      "three hops",
      "bash a.sh",
      { "a.sh": "bash b.sh\n", "b.sh": "make test\n", Makefile: "test:\n\tpytest\n" },
      ["pytest"],
    ),
    follows(
      "four hops",
      "bash a.sh",
      { "a.sh": "bash b.sh\n", "b.sh": "bash c.sh\n", "c.sh": "make test\n", Makefile: "test:\n\tpytest\n" },
      [],
      /further than 3 hops/,
    ),
    follows("no such script", "bash ci/gone.sh", {}, [], /no script/),
    follows("hooks", "pre-commit run --all-files", { ".pre-commit-config.yaml": hooks }, ["pytest -q"]),
    follows("one hook", "pre-commit run ruff --all-files", { ".pre-commit-config.yaml": hooks }, []),
    follows(
      "a hook for another moment",
      "pre-commit run -a",
      { ".pre-commit-config.yaml": hooks.replace("language: system", "language: system\n        stages: [manual]") },
      [],
    ),
    follows(
      "a stage of a Dockerfile",
      "docker build --target test .",
      {
        Dockerfile:
          "FROM python AS base\nRUN pip list\nFROM base AS test\nRUN set -x && \\\n    pytest\nFROM base AS prod\nRUN pytest prod\n",
      },
      ["pytest"],
    ),
    follows(
      "the last stage and what it copies from",
      "docker build -f ci/Dockerfile .",
      {
        "ci/Dockerfile":
          "FROM python AS test\nRUN pytest\nFROM python AS other\nRUN pytest other\nFROM python\nCOPY --from=test /x /x\n",
      },
      ["pytest"],
    ),
    follows(
      "a `RUN` line that drops failures",
      "docker build .",
      { Dockerfile: "FROM python\nRUN pytest; echo done\n" },
      ["pytest !followed"],
    ),
    follows(
      "a service's own command",
      "docker compose run tests",
      { "compose.yml": "services:\n  tests:\n    command: pytest -q\n" },
      ["pytest -q"],
    ),
    follows(
      "compose until a service ends",
      "docker compose up --exit-code-from tests",
      { "docker-compose.yml": "services:\n  db: {image: x}\n  tests:\n    command: [pytest, -q]\n" },
      ["pytest -q"],
    ),
    follows(
      "a job file that is waited for",
      "anyscale job submit --wait job.yaml",
      { "job.yaml": "name: x\nentrypoint: bash run.sh\n", "run.sh": "set -e\npytest\n" },
      ["pytest"],
    ),
    follows(
      "a job file that is not waited for",
      "anyscale job submit job.yaml",
      { "job.yaml": "entrypoint: pytest\n" },
      ["pytest !not-waited"],
    ),
    follows("a command for a cluster", "ray job submit --working-dir . -- pytest", {}, ["pytest"]),
    follows(
      "a batch script",
      "sbatch --wait ci/test.sbatch",
      { "ci/test.sbatch": "#!/bin/bash\n#SBATCH -n 1\nsrun pytest\n" },
      ["pytest"],
    ),
  ]);
});
