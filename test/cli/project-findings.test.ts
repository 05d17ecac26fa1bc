import assert from "node:assert/strict";
import { checkJson, makeFolder, runCli } from "./run-cli.js";

const project = {
  ".git/HEAD": "",
  "train.py": "import torch\nx = 1  # preflight: ignore\n",
  "zoo.py": "y = 1  # preflight: ignore\n",
  "test.sh": "pytest\necho finished\n",
  ".gitlab-ci.yml": "test:\n  script:\n    - sh test.sh\nother:\n  script:\n    - pytest | tee log\n",
  "README.md": "# Birds\n",
};
const swallowed = "ci-test-failure-ignored";

describe("ml-preflight check: rules about projects", () => {
  it("reports what is wrong in files that are no code, in order of all paths", async () => {
    const { code, findings, files } = await checkJson([], { cwd: await makeFolder(project) });
    assert.equal(code, 1);
    assert.deepEqual(
      findings.map(({ path, rule, start }) => [path, rule, start.line]),
      // The other job is no finding: GitLab's shell has `pipefail`.
      [
        ["test.sh", swallowed, 1],
        ["train.py", "suppression-without-rule", 2],
        ["zoo.py", "suppression-without-rule", 1],
      ],
    );
    assert.deepEqual(files, { checked: 2, skipped: [] });
    const finding = findings[0]!;
    assert.equal(finding.severity, "warning");
    assert.equal(finding.stage, "testing");
    assert.match(finding.message, /^When `pytest` fails, CI passes all the same: /);
    assert.deepEqual(
      finding.related.map(({ path, start }) => [path, start.line]),
      [[".gitlab-ci.yml", 3]],
    );
  });

  it("names files from the working directory, and reports those alone that are asked for", async () => {
    const cwd = await makeFolder(
      Object.fromEntries(Object.entries(project).map(([path, text]) => [`p/${path}`, text])),
    );
    const pathsOf = async (...args: readonly string[]) =>
      (await checkJson(["--rule", swallowed, ...args], { cwd })).findings.map(({ path }) => path);
    assert.deepEqual(await pathsOf("."), ["p/test.sh"]);
    assert.deepEqual(await pathsOf("p"), ["p/test.sh"]);
    assert.deepEqual(await pathsOf("p/test.sh"), ["p/test.sh"]);
    assert.deepEqual(await pathsOf("p/*.sh"), ["p/test.sh"]);
    assert.deepEqual(await pathsOf("p/train.py", "p/*.yml"), []);
  });

  it("runs one by its name, and obeys the configuration", async () => {
    const rulesOf = async (config: string, ...args: readonly string[]) => {
      const cwd = await makeFolder({ ...project, ".preflight/config.yaml": config });
      return (await checkJson(args, { cwd })).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    };
    assert.deepEqual(await rulesOf("", "--rule", swallowed), [`${swallowed} warning`]);
    assert.deepEqual(await rulesOf(`rules: {${swallowed}: off}`, "--rule", swallowed), [`${swallowed} warning`]);
    assert.deepEqual(await rulesOf(`rules: {${swallowed}: error, suppression-without-rule: off}`), [
      `${swallowed} error`,
    ]);
    assert.deepEqual(await rulesOf(`rules: {${swallowed}: off, suppression-without-rule: off}`), []);
  });

  it("prints them as text with the line that they are about, and is the same with several threads", async () => {
    const cwd = await makeFolder(project);
    const one = await runCli(["check", "--workers", "1"], { cwd });
    const two = await runCli(["check", "--workers", "2"], { cwd });
    assert.match(one.stdout, /^test\.sh/m);
    assert.match(one.stdout, /pytest\n/);
    assert.equal(one.code, 1);
    assert.equal(two.stdout, one.stdout);
  });

  it("explains them, and says which files they look at", async () => {
    const { code, stdout } = await runCli(["explain", swallowed]);
    assert.equal(code, 0);
    assert.match(stdout, /^# ci-test-failure-ignored\n/);
    assert.match(stdout, /It looks at what continuous integration runs/);
    assert.match(stdout, /`ci\/test\.sh`:\n\n```sh\npytest\n/);
  });

  it("says of a file that nothing looks at that it is not checked", async () => {
    const { stderr } = await runCli(["check", "README.md", "test.sh"], { cwd: await makeFolder(project) });
    assert.equal(stderr, "ml-preflight: README.md: not checked, it is no Python, TypeScript or JavaScript file.\n");
  });
});
