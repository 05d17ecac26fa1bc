// @ts-check
/** Programs that must fail, each in another way: a run in which one of them passes proves nothing. */

/** @type {readonly import("./run-programs.mjs").Program[]} */
export const selfCheck = [
  failing("raises", "value = 1\nraise KeyError('lost')", "KeyError: 'lost'\n  line 2: raise KeyError('lost')"),
  failing("asks for a name that nobody gives", "print(nobody_gives_this)", "NameError"),
  { ...failing("does not end", "while True: pass", "did not end within 2 s"), timeout: 2 },
  failing("ends without a word", "import os\nos._exit(0)", "ended without an answer"),
  failing("ends with an exit code", "import sys\nsys.exit(3)", "exit code 3"),
  failing(
    "asks for another machine",
    "import urllib.request\nurllib.request.urlopen('http://example.org')",
    "asks for the host",
  ),
  failing("calls what will be gone", "import warnings\nwarnings.warn('old', FutureWarning)", "FutureWarning: old"),
  failing("has a test that fails", "def test_sum():\n    assert 1 + 1 == 3", "pytest ended with", "pytest"),
  failing("has no test", "total = 1 + 1", "pytest ended with", "pytest"),
];

/**
 * @param {string} name
 * @param {string} code
 * @param {string} mustFail what its outcome must say
 * @param {string} run
 */
function failing(name, code, mustFail, run = "script") {
  const rest = { entry: "", path: "test_program.py", common: {}, given: {}, files: {} };
  return { id: `self-check: ${name}`, group: "self-check", code, mustFail, run, ...rest };
}
