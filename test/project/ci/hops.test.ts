import { checkCases, type Case, type Files, githubStep } from "./ci-of.js";

/** A workflow that runs a command, beside other files. */
function follows(
  name: string,
  script: string,
  files: Files,
  runs: readonly string[],
  ...unknown: readonly RegExp[]
): Case {
  return { name, files: { ...githubStep(script), ...files }, runs, unknown };
}

describe("from a command to what it runs", () => {
  describe("wrappers", () => {
    const plain = (script: string, ...runs: readonly string[]): Case =>
      follows(script.split("\n")[0] ?? "", script, {}, runs);
    checkCases([
      plain("python -m pytest -q", "python -m pytest -q"),
      plain("FOO=1 BAR=2 pytest", "pytest"),
      plain("env FOO=1 pytest", "pytest"),
      plain("time pytest", "pytest"),
      plain("sudo -E pytest", "pytest"),
      plain("timeout 10m pytest", "pytest"),
      plain("xvfb-run -a pytest", "pytest"),
      plain("poetry run pytest", "pytest"),
      plain("uv run --extra dev --python 3.12 pytest -x", "pytest -x"),
      plain("uv run -m pytest", "python -m pytest"),
      plain("uv run python -m pytest", "python -m pytest"),
      plain("pipenv run pytest", "pytest"),
      plain("pdm run pytest", "pytest"),
      plain("hatch run pytest", "pytest"),
      plain("hatch test", "hatch test"),
      plain("conda run -n dev pytest", "pytest"),
      plain("micromamba run -n dev pytest", "pytest"),
      plain("coverage run -m pytest tests", "python -m pytest tests"),
      plain("python -m coverage run -m pytest", "python -m pytest"),
      plain("coverage run --source src -m unittest discover", "python -m unittest discover"),
      plain("npx vitest run", "vitest run"),
      plain("node --test", "node --test"),
      plain("node node_modules/.bin/jest", "node node_modules/.bin/jest"),
      plain("python setup.py test", "python setup.py test"),
      plain("python manage.py test", "python manage.py test"),
      plain("mpirun -n 2 pytest", "pytest"),
      plain("poetry run bash -c 'cd x && pytest'", "pytest"),
      plain("docker run --rm -v $PWD:/app -w /app image:1 pytest tests", "pytest tests"),
      plain("docker run --entrypoint pytest image tests", "pytest tests"),
      plain("docker exec box pytest", "pytest"),
      plain("docker compose run --rm web pytest", "pytest"),
      plain("docker-compose exec -T web python -m pytest", "python -m pytest"),
      plain('ARGS="-x -q"\npytest $ARGS', "pytest -x -q"),
      plain('CMD="python -m pytest"\n$CMD tests', "python -m pytest tests"),
      plain("pytest ${MARK:-fast}", "pytest fast"),
    ]);
    checkCases([
      follows("a command that only the run knows", "$RUNNER tests", {}, [], /only the run knows/),
      follows("whichever Python it is", "$PYTHON -m pytest", {}, ["$PYTHON -m pytest"]),
    ]);
  });

  describe("make", () => {
    checkCases([
      follows("a target", "make test", { Makefile: "test:\n\tpytest\n" }, ["pytest"]),
      follows("the first target", "make", { Makefile: "all: test\ntest:\n\tpytest\n" }, ["pytest"]),
      follows("what a target needs", "make ci", { Makefile: "ci: lint test\nlint:\n\truff .\ntest:\n\tpytest\n" }, [
        "pytest",
      ]),
      follows("variables", "make test", { Makefile: "PY ?= python3\nRUN := $(PY) -m pytest\ntest:\n\t@$(RUN) -q\n" }, [
        "python3 -m pytest -q",
      ]),
      follows(
        "variables of the command line",
        "make test MARK=slow",
        { Makefile: "MARK = fast\ntest:\n\tpytest -m $(MARK)\n" },
        ["pytest -m slow"],
      ),
      follows("another folder", "make -C sub test", { "sub/Makefile": "test:\n\tpytest\n" }, ["pytest"]),
      follows("after `cd`", "cd sub\nmake test", { "sub/Makefile": "test:\n\tpytest\n" }, ["pytest"]),
      follows("another file", "make -f ci.mk test", { "ci.mk": "test:\n\tpytest\n" }, ["pytest"]),
      follows("an included file", "make test", { Makefile: "include rules.mk\n", "rules.mk": "test:\n\tpytest\n" }, [
        "pytest",
      ]),
      follows("a line that may fail", "make test", { Makefile: "test:\n\t-pytest\n" }, ["pytest !ignored-by-tool"]),
      follows("`make -i`", "make -i test", { Makefile: "test:\n\tpytest\n" }, ["pytest !ignored-by-tool"]),
      follows("a line with two commands", "make test", { Makefile: "test:\n\tpytest; echo done\n" }, [
        "pytest !followed",
      ]),
      follows("a line that goes on", "make test", { Makefile: "test:\n\tcd src && \\\n\t  pytest -q\n\techo done\n" }, [
        "pytest -q",
      ]),
      follows("a pattern", "make test-unit", { Makefile: "test-%:\n\tpytest tests/$*\n" }, ["pytest tests/unit"]),
      follows("make in make", "make ci", { Makefile: "ci:\n\t$(MAKE) test\ntest:\n\tpytest\n" }, ["pytest"]),
      follows("targets that need each other", "make a", { Makefile: "a: b\n\tpytest\nb: a\n" }, ["pytest"]),
      follows("a dry run", "make -n test", { Makefile: "test:\n\tpytest\n" }, []),
      follows("`make test || true`", "make test || true", { Makefile: "test:\n\tpytest\n" }, ["pytest !or-ignored"]),
      follows("one shell for the recipe", "make test", { Makefile: ".ONESHELL:\ntest:\n\tpytest\n\techo done\n" }, [
        "pytest !followed",
      ]),
      follows("no Makefile", "make test", {}, [], /no Makefile/),
      follows("no such target", "make tests", { Makefile: "test:\n\tpytest\n" }, [], /no target `tests`/),
    ]);
  });

  describe("task, just and mise", () => {
    checkCases([
      follows("a task", "task test", { "Taskfile.yml": "version: '3'\ntasks:\n  test:\n    cmds:\n      - pytest\n" }, [
        "pytest",
      ]),
      follows(
        "a task's dependencies and calls",
        "task ci",
        {
          "Taskfile.yml":
            "tasks:\n  ci:\n    deps: [unit]\n    cmds:\n      - task: slow\n  unit: pytest unit\n  slow:\n    cmd: pytest slow\n",
        },
        ["pytest unit", "pytest slow"],
      ),
      follows(
        "a task's variables",
        "task test",
        { "Taskfile.yml": "vars: {DIR: tests}\ntasks:\n  test:\n    cmds: ['pytest {{.DIR}}']\n" },
        ["pytest tests"],
      ),
      follows(
        "a task that may fail",
        "task test",
        { "Taskfile.yml": "tasks:\n  test:\n    cmds:\n      - cmd: pytest\n        ignore_error: true\n" },
        ["pytest !ignored-by-tool"],
      ),
      follows(
        "an included Taskfile",
        "task py:test",
        { "Taskfile.yml": "includes: {py: ./py}\ntasks: {}\n", "py/Taskfile.yml": "tasks:\n  test: pytest\n" },
        ["pytest"],
      ),
      follows("a recipe of just", "just test", { justfile: "test: build\n    pytest -q\nbuild:\n    pip list\n" }, [
        "pytest -q",
      ]),
      follows(
        "a recipe with parameters",
        "just test slow",
        { justfile: 'test kind="fast":\n    pytest -m {{kind}}\n' },
        ["pytest -m slow"],
      ),
      follows("a line of just that may fail", "just test", { justfile: "test:\n    -pytest\n" }, [
        "pytest !ignored-by-tool",
      ]),
      follows(
        "a script in just",
        "just test",
        { justfile: "test:\n    #!/usr/bin/env bash\n    pytest\n    echo done\n" },
        ["pytest !followed"],
      ),
      follows("a task of mise", "mise run test", { "mise.toml": '[tasks.test]\nrun = ["pytest a", "pytest b"]\n' }, [
        "pytest a",
        "pytest b",
      ]),
      follows(
        "a task of mise in a file",
        "mise run test",
        { "mise-tasks/test": "#!/usr/bin/env bash\nset -e\npytest\necho done\n" },
        ["pytest"],
      ),
    ]);
  });

  describe("scripts of pyproject.toml and the like", () => {
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

  describe("tox and nox", () => {
    const tox = (text: string): Files => ({ "tox.ini": text });
    const nox = (...body: readonly string[]): Files => ({ "noxfile.py": ["import nox", ...body, ""].join("\n") });
    checkCases([
      follows(
        "tox",
        "tox",
        tox(
          "[tox]\nenvlist = py311,lint\n[testenv]\ncommands =\n    pytest {posargs:tests}\n[testenv:lint]\ncommands = ruff .\n",
        ),
        ["pytest tests"],
      ),
      follows(
        "an environment of tox",
        "tox -e lint",
        tox("[tox]\nenvlist = py311\n[testenv]\ncommands = pytest\n[testenv:lint]\ncommands = ruff .\n"),
        [],
      ),
      follows("arguments for tox's commands", "tox -e py -- -x", tox("[testenv]\ncommands = pytest {posargs}\n"), [
        "pytest -x",
      ]),
      follows(
        "lines for some environments",
        "tox -e py311-slow",
        tox("[testenv]\ncommands =\n    slow: pytest -m slow\n    fast: pytest -m fast\n"),
        ["pytest -m slow"],
      ),
      follows(
        "generated names",
        "tox -e py310-unit",
        tox("[tox]\nenvlist = py{39,310}-{unit,lint}\n[testenv:py{39,310}-unit]\ncommands = pytest\n"),
        ["pytest"],
      ),
      follows(
        "another section's commands",
        "tox -e cov",
        tox("[base]\ncommands =\n    pytest --cov\n[testenv:cov]\ncommands = {[base]commands}\n"),
        ["pytest --cov"],
      ),
      follows("a command of tox that may fail", "tox", tox("[testenv]\ncommands = - pytest\n"), [
        "pytest !ignored-by-tool",
      ]),
      follows(
        "an environment whose outcome is ignored",
        "tox -e dev",
        tox("[testenv:dev]\nignore_outcome = true\ncommands = pytest\n"),
        ["pytest !ignored-by-tool"],
      ),
      follows(
        "tox in pyproject.toml as INI",
        "tox",
        { "pyproject.toml": '[tool.tox]\nlegacy_tox_ini = """\n[testenv]\ncommands = pytest\n"""\n' },
        ["pytest"],
      ),
      follows(
        "tox in TOML",
        "tox",
        {
          "pyproject.toml":
            '[tool.tox]\nenv_list = ["3.12"]\n[tool.tox.env_run_base]\ncommands = [["pytest", "tests"]]\n',
        },
        ["pytest tests"],
      ),
      follows("tox by Python", "python -m tox", tox("[testenv]\ncommands = python -m unittest\n"), [
        "python -m unittest",
      ]),
      follows("tox that only installs", "tox --notest", tox("[testenv]\ncommands = pytest\n"), []),
      follows(
        "an environment that only the run knows",
        "tox -e $WHICH",
        tox("[testenv]\ncommands = pytest\n"),
        [],
        /only the run knows/,
      ),
      follows(
        "nox",
        "nox -s tests",
        nox(
          "@nox.session",
          "def tests(session):",
          "    session.install('.')",
          "    session.run('pytest', '-q', *session.posargs)",
        ),
        ["pytest -q"],
      ),
      follows(
        "all sessions",
        "nox",
        nox(
          "@nox.session(python=['3.11'])",
          "def a(session):",
          "    session.run('pytest', 'a')",
          "@nox.session(default=False)",
          "def b(session):",
          "    session.run('pytest', 'b')",
        ),
        ["pytest a"],
      ),
      follows(
        "sessions that the file chooses",
        "nox",
        nox(
          "nox.options.sessions = ['b']",
          "@nox.session",
          "def a(session):",
          "    session.run('pytest', 'a')",
          "@nox.session(name='b')",
          "def other(session):",
          "    session.run('pytest', 'b')",
        ),
        ["pytest b"],
      ),
      follows(
        "a session for one Python",
        "nox -s tests-3.11",
        nox("@nox.session", "def tests(session):", "    session.run('pytest')"),
        ["pytest"],
      ),
      follows(
        "a helper and a notified session",
        "nox -s all",
        nox(
          "def check(session):",
          "    session.run('pytest', 'a')",
          "@nox.session",
          "def all(session):",
          "    check(session)",
          "    session.notify('more')",
          "@nox.session",
          "def more(session):",
          "    session.run('pytest', 'b')",
        ),
        ["pytest a", "pytest b"],
      ),
      follows(
        "exit codes that a session accepts",
        "nox",
        nox("@nox.session", "def tests(session):", "    session.run('pytest', success_codes=[0, 1])"),
        ["pytest !ignored-by-tool"],
      ),
      follows(
        "an exception that a session takes",
        "nox",
        nox(
          "@nox.session",
          "def tests(session):",
          "    try:",
          "        session.run('pytest')",
          "    except Exception:",
          "        print('no')",
        ),
        ["pytest !ignored-by-tool"],
      ),
      follows(
        "no such session",
        "nox -s test",
        nox("@nox.session", "def tests(session):", "    session.run('pytest')"),
        [],
        /no session `test`/,
      ),
    ]);
  });

  describe("npm and the like", () => {
    const scripts = (all: Readonly<Record<string, string>>, more: object = {}): string =>
      JSON.stringify({ name: "app", scripts: all, ...more }, undefined, 2);
    checkCases([
      follows("npm test", "npm test", { "package.json": scripts({ test: "vitest run" }) }, ["vitest run"]),
      follows(
        "npm run with what comes before",
        "npm run check",
        { "package.json": scripts({ precheck: "tsc", check: "npm run unit", unit: "jest" }) },
        ["jest"],
      ),
      follows("`npm ci` runs no script", "npm ci", { "package.json": scripts({ ci: "jest" }) }, []),
      follows("yarn", "yarn test", { "package.json": scripts({ test: "mocha" }) }, ["mocha"]),
      follows("a program by yarn", "yarn jest --ci", { "package.json": scripts({}) }, ["jest --ci"]),
      follows("pnpm in a folder", "pnpm -C web test", { "web/package.json": scripts({ test: "vitest" }) }, ["vitest"]),
      follows("a script that drops failures", "npm test", { "package.json": scripts({ test: "jest || true" }) }, [
        "jest !or-ignored",
      ]),
      follows("a script that calls itself ends", "npm test", { "package.json": scripts({ test: "npm test" }) }, []),
      follows(
        "workspaces",
        "npm test --workspaces",
        {
          "package.json": scripts({}, { workspaces: ["packages/*"] }),
          "packages/a/package.json": scripts({ test: "jest a" }),
          "packages/b/package.json": scripts({ test: "jest b" }),
        },
        ["jest a", "jest b"],
      ),
      follows(
        "one workspace",
        "npm test -w packages/b",
        {
          "package.json": scripts({}, { workspaces: ["packages/*"] }),
          "packages/a/package.json": scripts({ test: "jest a" }),
          "packages/b/package.json": scripts({ test: "jest b" }),
        },
        ["jest b"],
      ),
      follows(
        "pnpm everywhere",
        "pnpm -r test",
        {
          "package.json": scripts({}),
          "pnpm-workspace.yaml": "packages: ['libs/*']\n",
          "libs/a/package.json": scripts({ test: "vitest run" }),
        },
        ["vitest run"],
      ),
      follows(
        "several by a pattern",
        "npm run all",
        { "package.json": scripts({ all: "run-s test:*", "test:a": "jest a", "test:b": "jest b" }) },
        ["jest a", "jest b"],
      ),
      follows("no such script", "npm test", { "package.json": scripts({}) }, [], /no package.json has a script `test`/),
    ]);
  });

  describe("scripts, hooks, containers and clusters", () => {
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

  describe("as real projects have it", () => {
    checkCases([
      follows(
        "a function of a script that is sourced",
        "bash tests/run.sh",
        {
          "tests/run.sh": 'source "$(dirname "$0")/common.sh"\nset -e\nrun_all tests\necho done\n',
          "tests/common.sh": "run_all() {\n  if ! command -v pytest > /dev/null; then exit 1; fi\n  pytest $1\n}\n",
        },
        ["pytest tests"],
      ),
      follows(
        "a command that grows in a variable",
        'T="pytest -q"\nif [ "$COVERAGE" = true ]; then\n  T="$T --cov=$PACKAGE"\nfi\neval "$T tests"',
        {},
        ["pytest -q --cov=${CI_EXPRESSION} tests"],
      ),
      follows(
        "a script in a variable",
        'script=$(cat <<EOF\nset -e\npytest\necho done\nEOF\n)\ndocker exec box bash -c "$script"',
        {},
        ["pytest"],
      ),
      follows("what sets the shell up", 'eval "$(conda shell.bash hook)"\nconda activate x\npytest', {}, ["pytest"]),
      follows("where a program is", "command -v pytest", {}, []),
      follows(
        "tasks of pixi's features",
        "pixi run -e dev tests -n 3",
        { "pyproject.toml": '[tool.pixi.feature.dev.tasks]\ntests = { cmd = "pytest lib" }\n' },
        ["pytest lib -n 3"],
      ),
      follows(
        "a script that starts the runner",
        "python tests/all.py",
        { "tests/all.py": "import sys, pytest\n\nsys.exit(pytest.main(['-q']))\n" },
        ["python tests/all.py"],
      ),
      follows(
        "a module that starts the runner",
        "python -m tests",
        { "tests/__main__.py": "import unittest\n\nunittest.main()\n" },
        ["python -m tests"],
      ),
      follows(
        "a script that only speaks of it",
        "python tests/all.py",
        { "tests/all.py": "# pytest.main()\nprint('unittest.main()')\n" },
        [],
      ),
      follows(
        "a session for another Python",
        "nox -s tests-pypy3.10",
        { "noxfile.py": "import nox\n@nox.session\ndef tests(session):\n    session.run('pytest')\n" },
        ["pytest"],
      ),
      follows("an option of the script, not of node", "node test/run.js --test", {}, []),
      follows(
        "a submitted job whose script goes on",
        "anyscale jobs submit jobs/x.yaml --wait",
        { "jobs/x.yaml": "entrypoint: bash jobs/x.sh\n", "jobs/x.sh": "pytest > out.txt\ncat out.txt\n" },
        ["pytest !followed"],
      ),
      follows(
        "an `ERR` trap that keeps the failure",
        "./t.sh",
        { "t.sh": "#!/bin/bash\nfailed=0\ntrap 'failed=1' ERR\npytest\necho done\ntest $failed = 0\n" },
        ["pytest"],
      ),
      follows(
        "an `ERR` trap whose variable nobody reads",
        "./t.sh",
        { "t.sh": "#!/bin/bash\ntrap 'failed=1' ERR\npytest\necho done\n" },
        ["pytest !followed"],
      ),
      follows(
        "a script that runs pytest as a command",
        "python -m tests",
        { "tests/__main__.py": 'from subprocess import check_call\n\ncheck_call("pytest -n 4", shell=True)\n' },
        ["python -m tests"],
      ),
      follows(
        "a task of invoke",
        "invoke unit-tests",
        { "tasks.py": "from invoke import task\n\n@task\ndef unit_tests(c):\n    c.run('pytest -q', pty=True)\n" },
        ["pytest -q"],
      ),
      follows(
        "a task of invoke that may fail",
        "inv test",
        { "tasks.py": "from invoke import task\n\n@task\ndef test(c):\n    c.run('pytest', warn=True)\n" },
        ["pytest !ignored-by-tool"],
      ),
      follows(
        "a task of invoke that puts its command together",
        "inv test",
        { "tasks.py": "from invoke import task\n\n@task\ndef test(c):\n    c.run(' '.join(words))\n" },
        [],
        /not written out/,
      ),
      follows("notebooks as tests", "nbdev_test_nbs --n_workers 3", {}, ["nbdev_test_nbs --n_workers 3"]),
    ]);
  });
});
