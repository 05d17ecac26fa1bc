import { deepEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";

/** What the script of CI ends with when its commands are these. */
function endOf(...commands: string[]): { readonly line: string | undefined; readonly code: number | null } {
  const { stdout, status } = spawnSync(process.execPath, ["scripts/ci.mjs", ...commands], { encoding: "utf8" });
  return { line: stdout.trimEnd().split("\n").at(-1), code: status };
}

describe("the sum of what CI runs", () => {
  it("is the sum of what its commands counted", () => {
    const end = endOf("echo '3 passed, 0 failed'", "echo first; echo '20 passed, 0 failed'");
    deepEqual(end, { line: "23 passed, 0 failed", code: 0 });
  });

  it("goes on after a command that failed, and fails", () => {
    const end = endOf("echo '3 passed, 2 failed'; exit 1", "echo '4 passed, 0 failed'");
    deepEqual(end, { line: "7 passed, 2 failed", code: 1 });
  });

  it("counts a command that ends badly after passing everything", () => {
    deepEqual(endOf("echo '3 passed, 0 failed'; exit 1"), { line: "3 passed, 1 failed", code: 1 });
  });

  it("counts a command that counted nothing", () => {
    deepEqual(endOf("echo done", "echo '1 passed, 0 failed'"), { line: "1 passed, 1 failed", code: 1 });
    deepEqual(endOf("echo '0 passed, 0 failed'"), { line: "0 passed, 1 failed", code: 1 });
  });
});
