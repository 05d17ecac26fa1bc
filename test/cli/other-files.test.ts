import assert from "node:assert/strict";
import { join } from "node:path";
import { mainProgram, quietHelper, trainingHelper } from "../server/cross-file-programs.js";
import { addFiles, checkJson, makeFolder, runCli } from "./run-cli.js";

const project = {
  ".git/HEAD": "",
  "app/main.py": mainProgram,
  "app/lib/__init__.py": "",
  "app/lib/modes.py": trainingHelper,
};
const rule = ["--rule", "missing-eval-mode"];

describe("ml-preflight check: a finding that rests on another file", () => {
  it("names that file and the place in it, from the working directory, in JSON", async () => {
    const cwd = await makeFolder(project);
    for (const [folder, args, prefix] of [
      [cwd, [], "app/"],
      [join(cwd, "app"), ["main.py"], ""],
      [join(cwd, "app/lib"), [".."], "../"],
    ] as const) {
      const { findings } = await checkJson([...rule, ...args], { cwd: folder });
      assert.equal(findings.length, 1);
      assert.equal(findings[0]?.path, `${prefix}main.py`);
      assert.deepEqual(findings[0].related, [
        {
          path: folder.endsWith("lib") ? "modes.py" : `${prefix}lib/modes.py`,
          start: { line: 7, column: 5 },
          end: { line: 7, column: 18 },
          message: "It was put in train mode here.",
        },
      ]);
    }
  });

  it("names it in the text", async () => {
    const cwd = await makeFolder(project);
    const { stdout } = await runCli(["check", ...rule], { cwd });
    assert.match(stdout, /^ {4}see: app\/lib\/modes\.py:7:5 It was put in train mode here\.$/m);
  });

  it("goes when that file says otherwise", async () => {
    const cwd = await makeFolder(project);
    await addFiles(cwd, { "app/lib/modes.py": quietHelper });
    assert.deepEqual((await checkJson(rule, { cwd })).findings, []);
  });
});
