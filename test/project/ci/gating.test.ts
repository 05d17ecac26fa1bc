import { checkCases, type Case, githubStep } from "./ci-of.js";

/** The same script under `bash -e`, as GitHub runs it, unless the step names a shell. */
function gates(name: string, script: string, runs: readonly string[], step = "", job = ""): Case {
  return { name, files: githubStep(script, step, job), runs };
}

describe("whether a failure reaches the job", () => {
  describe("lists of commands", () => {
    checkCases([
      gates("one command", "pytest", ["pytest"]),
      gates("a command before others, under `set -e`", "pytest\necho done", ["pytest"]),
      gates("`|| true`", "pytest || true", ["pytest !or-ignored"]),
      gates("`|| :`", "pytest || :", ["pytest !or-ignored"]),
      gates("`|| echo`", "pytest || echo failed", ["pytest !or-ignored"]),
      gates("`|| exit 0`", "pytest || exit 0", ["pytest !or-ignored"]),
      gates("`|| exit 1`", "pytest || exit 1\necho done", ["pytest"]),
      gates("`|| exit $?`", "pytest || exit $?", ["pytest"]),
      gates("`|| (echo; exit 1)`", "pytest || (echo no; exit 1)", ["pytest"]),
      gates("`|| { ...; false; }`", "pytest || { echo no; false; }", ["pytest"]),
      gates("`; true` under `set -e`", "pytest; true", ["pytest"]),
      gates("`; true` after `set +e`", "set +e\npytest; true", ["pytest !followed"]),
      gates("`set +e` and last", "set +e\npytest", ["pytest"]),
      gates("before `&&` and last", "pytest && echo ok", ["pytest"]),
      gates("before `&&` where more follows: `set -e` does not look", "pytest && echo ok\necho done", [
        "pytest !and-list",
      ]),
      gates("after `&&`", "cd src && pytest\necho done", ["pytest"]),
      gates("`a && b || true`", "pip list && pytest || true", ["pytest !or-ignored"]),
      gates("tried again", "pytest || pytest --last-failed", ["pytest !or-ignored", "pytest --last-failed"]),
      gates("negated", "! pytest", ["pytest !negated"]),
      gates("in the background", "pytest &\necho done", ["pytest !background"]),
      gates("in the background and awaited", "pytest &\npid=$!\nwait $pid", ["pytest"]),
      gates("in a subshell", "(cd src; pytest)\necho done", ["pytest"]),
      gates("after `exit`", "pytest a\nexit 0\npytest b", ["pytest a"]),
      gates("where one branch leaves", 'if [ -z "$A" ]; then\n  exit 0\nfi\npytest', ["pytest"]),
      gates("under `if false`", "if false; then\n  pytest a\nelse\n  pytest b\nfi", ["pytest b"]),
      gates("in a group", "{ pytest; }\necho done", ["pytest"]),
    ]);
  });

  describe("variables that keep a failure", () => {
    checkCases([
      gates(
        "`|| FAILURE=true` and `exit 1` later",
        'pytest a || FAILURE=true\npytest b || FAILURE=true\nif [ "$FAILURE" = true ]; then\n  exit 1\nfi',
        ["pytest a", "pytest b"],
      ),
      gates("`|| FAILURE=true` that nobody reads", "pytest || FAILURE=true\necho done", ["pytest !or-ignored"]),
      gates("`|| FAILURE=true` read but not left for", 'pytest || FAILURE=true\necho "$FAILURE"', [
        "pytest !or-ignored",
      ]),
      gates("a counter", "n=0\npytest || ((n++))\nexit $n", ["pytest"]),
      gates("`status=$?` and `exit $status`", "set +e\npytest\nstatus=$?\necho done\nexit $status", ["pytest"]),
      gates("`status=$?` that is dropped", "set +e\npytest\nstatus=$?\necho $status", ["pytest !followed"]),
      gates("`if [ $? -ne 0 ]`", "set +e\npytest\nif [ $? -ne 0 ]; then\n  exit 1\nfi\necho ok", ["pytest"]),
      gates("`exit $?` behind it", "set +e\npytest\nexit $?", ["pytest"]),
    ]);
  });

  describe("pipes", () => {
    checkCases([
      gates("`| tee` with no shell named", "pytest | tee log.txt", ["pytest !pipe"]),
      gates("`| tee` with `shell: bash`", "pytest | tee log.txt", ["pytest"], "shell: bash"),
      gates("`| tee` with `shell: sh`", "pytest | tee log.txt", ["pytest !pipe"], "shell: sh"),
      gates("`set -o pipefail`", "set -o pipefail\npytest | tee log.txt", ["pytest"]),
      gates("`set -euo pipefail`", "set -euo pipefail\npytest 2>&1 | tee log.txt", ["pytest"]),
      gates("`set +o pipefail` again", "set -o pipefail\nset +o pipefail\npytest | tee log.txt", ["pytest !pipe"]),
      gates("the end of the pipe", "yes | pytest", ["pytest"]),
      gates("`PIPESTATUS`", "set +e\npytest | tee log.txt\nexit ${PIPESTATUS[0]}", ["pytest"]),
      gates("defaults of the job", "pytest | tee log.txt", ["pytest"], "", "defaults:\n  run:\n    shell: bash"),
    ]);
  });

  describe("shells", () => {
    checkCases([
      gates("`bash -l {0}` has no `-e`", "pytest\necho done", ["pytest !followed"], "shell: bash -l {0}"),
      gates("`bash -el {0}` has", "pytest\necho done", ["pytest"], "shell: bash -el {0}"),
      gates("pwsh goes on after a program", "pytest\npython x.py", ["pytest !followed"], "shell: pwsh"),
      gates("pwsh and last", "pip list\npytest", ["pytest"], "shell: pwsh"),
      gates("cmd goes on too", "pytest\npython x.py", ["pytest !followed"], "shell: cmd"),
      gates("a shell that nobody knows", "pytest", ["pytest !unknown-shell"], "shell: fish {0}"),
      gates("`bash -c` with two commands", 'bash -c "pytest; echo done"', ["pytest !followed"]),
      gates("`bash -ec` with two commands", 'bash -ec "pytest; echo done"', ["pytest"]),
      gates("`eval`", "eval 'pytest -q'", ["pytest -q"]),
      gates("a here document for bash", "bash <<'EOF'\npytest\necho done\nEOF", ["pytest !followed"]),
      gates("a here document for `bash -e`", "bash -e <<'EOF'\npytest\necho done\nEOF", ["pytest"]),
      gates("a here document for something else runs nothing", "cat <<'EOF' > notes\npytest\nEOF", []),
      gates("an `ERR` trap that leaves", "set +e\ntrap 'exit 1' ERR\npytest\necho done", ["pytest"]),
    ]);
  });

  describe("branches, loops and functions", () => {
    checkCases([
      gates("as a condition", "if pytest; then echo ok; fi", ["pytest !condition"]),
      gates("as a condition with `else exit 1`", "if pytest; then echo ok; else exit 1; fi", ["pytest"]),
      gates("as a negated condition that leaves", "if ! pytest; then\n  echo no\n  exit 1\nfi", ["pytest"]),
      gates("as a negated condition that goes on", "if ! pytest; then\n  echo no\nfi", ["pytest !condition"]),
      gates("inside a branch", 'if [ "$RUNNER_OS" = Linux ]; then\n  pytest\nfi\necho done', ["pytest"]),
      gates("in a `case`", 'case "$1" in\n  unit) pytest unit ;;\n  *) pytest all ;;\nesac', [
        "pytest unit",
        "pytest all",
      ]),
      gates("in a loop under `set -e`", "for d in a b; do\n  pytest $d\ndone\necho done", ["pytest a", "pytest b"]),
      gates("in a loop without", "set +e\nfor d in a b; do pytest $d; done", [
        "pytest a !followed",
        "pytest b !followed",
      ]),
      gates("in a loop that leaves", "set +e\nfor d in a b; do pytest $d || exit 1; done", ["pytest a", "pytest b"]),
      gates("until it passes", "until pytest; do sleep 1; done", ["pytest !condition"]),
      gates("in a function", "check() {\n  pytest $1\n}\ncheck unit\necho done", ["pytest unit"]),
      gates("in a function whose failure is dropped", "check() { pytest; }\ncheck || true", ["pytest !or-ignored"]),
      gates("a function that is never called", "check() { pytest; }\necho done", []),
      gates("a handler that is a function", 'fail() { echo "$1"; exit 1; }\npytest || fail no', ["pytest"]),
      gates("in `$(...)` of an assignment", "out=$(pytest)\necho $out", ["pytest"]),
      gates("in `$(...)` of an echo", 'echo "$(pytest)"', ["pytest !substitution"]),
      gates("a function that calls itself ends", "again() { pytest; again; }\nagain", ["pytest"]),
    ]);
  });

  describe("steps and jobs", () => {
    checkCases([
      gates("`continue-on-error: true` of the step", "pytest", ["pytest !allowed-to-fail"], "continue-on-error: true"),
      gates("`continue-on-error: false`", "pytest", ["pytest"], "continue-on-error: false"),
      gates(
        "`continue-on-error: true` of the job",
        "pytest",
        ["pytest !allowed-to-fail"],
        "",
        "continue-on-error: true",
      ),
      gates(
        "allowed to fail in one leg only",
        "pytest",
        ["pytest"],
        "",
        "continue-on-error: ${{ matrix.experimental }}\nstrategy:\n  matrix:\n    experimental: [true, false]",
      ),
      gates(
        "allowed to fail in every leg",
        "pytest",
        ["pytest !allowed-to-fail"],
        "",
        "continue-on-error: ${{ matrix.experimental }}\nstrategy:\n  matrix:\n    experimental: [true]",
      ),
      gates("`if: false` of the step", "pytest", [], "if: false"),
      gates("`if: ${{ false }}` of the job", "pytest", [], "", "if: ${{ false }}"),
      gates("`if: always()`", "pytest", ["pytest"], "if: always()"),
      gates("`if: failure()`", "pytest", ["pytest !too-late"], "if: failure()"),
      gates("two reasons at once", "pytest || true", ["pytest !allowed-to-fail,or-ignored"], "continue-on-error: true"),
      gates("tests that are only listed", "pytest --collect-only", []),
      gates("a comment, an echo and a title", "# pytest\necho pytest\necho 'run pytest'", [], "name: pytest"),
    ]);
  });
});
