import { checkCases, follows } from "../ci-of.js";

describe("from a command to what it runs: task, just and mise", () => {
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
    follows("a recipe with parameters", "just test slow", { justfile: 'test kind="fast":\n    pytest -m {{kind}}\n' }, [
      "pytest -m slow",
    ]),
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
