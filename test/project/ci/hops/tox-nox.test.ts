import { checkCases, type Files, follows } from "../ci-of.js";

describe("from a command to what it runs: tox and nox", () => {
  const tox = (text: string): Files => ({ "tox.ini": text });
  const nox = (...body: readonly string[]): Files => ({ "noxfile.py": ["import nox", ...body, ""].join("\n") });
  const required = nox(
    "@nox.session",
    "def data(session):",
    "    session.run('pytest', 'data')",
    "@nox.session(requires=['data'])",
    "def train(session):",
    "    session.run('pytest', 'train')",
    "@nox.session(requires=['train'])",
    "def publish(session):",
    "    session.run('pytest', 'publish')",
  );
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
    follows("sessions that others require", "nox -s publish", required, [
      "pytest data",
      "pytest train",
      "pytest publish",
    ]),
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
    follows("sessions that another requires, once and before it", "nox -s publish train", required, [
      "pytest data",
      "pytest train",
      "pytest publish",
    ]),
    follows(
      "what is handed on behind two dashes",
      "nox -s tests -- --junitxml=junit.xml tests/slow",
      nox("@nox.session", "def tests(session):", "    session.run('pytest', *session.posargs)"),
      ["pytest --junitxml=junit.xml tests/slow"],
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
      "what is handed on to the sessions is no session",
      "nox -s tests -- lint",
      nox("@nox.session", "def tests(session):", "    session.run('pytest', *session.posargs)"),
      ["pytest lint"],
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
