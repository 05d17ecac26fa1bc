import { checkCases, follows } from "../ci-of.js";

describe("from a command to what it runs: as real projects have it", () => {
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
    follows(
      "a `setup.py` that could run tests",
      "python setup.py sdist",
      { "setup.py": "import pytest\n\ndef run():\n    pytest.main()\n" },
      [],
    ),
    follows(
      "a text for `bash -c` with a value that only the run knows",
      'cd /elsewhere\nscript=$(cat <<EOF\nset -e\npip install torch==${{ github.sha }}\npytest\nEOF\n)\ndocker exec box bash -c "$script"',
      {},
      ["pytest"],
    ),
  ]);
});
