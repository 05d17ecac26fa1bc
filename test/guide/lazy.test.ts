import { equal, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Loads modules in a process of their own, and counts how often a file of the guide became data meanwhile. */
function filesRead(...steps: readonly string[]): number {
  const src = JSON.stringify(join(__dirname, "../../src"));
  const script = [
    "let count = 0; const parse = JSON.parse;",
    `JSON.parse = (text, ...rest) => { if (/"R-000-01"|"audience"/.test(text)) count++; return parse(text, ...rest); };`,
    ...steps.map((step) => `{ const load = (path) => require(${src} + "/" + path); ${step} }`),
    "process.stdout.write(String(count));",
  ];
  return Number(execFileSync(process.execPath, ["-e", script.join("\n")], { encoding: "utf8" }));
}

describe("the guide in a process", () => {
  const start = `load("guide/guide.js"); load("report/hover-text.js"); load("report/pages.js"); load("report/text.js");`;

  it("is not read at start", () => equal(filesRead(start), 0));

  it("is not read to check a file", () => {
    const check = `
      const { findingsOf } = load("../test/rules/expect-findings.js");
      const code = "from sklearn.model_selection import train_test_split\\na, b = train_test_split(rows)\\n";
      if (findingsOf("sklearn-random-state-missing", code).length !== 1) throw new Error("Nothing was found.");`;
    equal(filesRead(start, check), 0);
  });

  it("is read once when it is asked for", () => {
    const use = `const { findPlace } = load("guide/guide.js"); findPlace("data/splitting#slices");`;
    const once = filesRead(use);
    ok(once > 0);
    equal(filesRead(use, use), once);
  });
});
