import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../src/engine/analyze.js";
import { defaultConfig, levelsFor, withPreset } from "../src/engine/config.js";
import { rules } from "../src/rules/index.js";
import { emptyWorkspace } from "../src/semantics/workspace.js";
import { readPython } from "../src/syntax/python/lower.js";
import { decimal, percentile, printTable, time } from "./measure.js";

const fixture = join("test", "fixtures", "sample-project", "wingbeat", "train.py");

/** From a key to the findings, without the wait that the server adds so that it does not run on every key. */
export function printLatency(): void {
  const text = longFile(2_000);
  const levels = levelsFor(withPreset(defaultConfig, "all"), "long.py", rules);
  const check = (changed: string): number =>
    time(() => {
      const document = { path: "long.py", form: readPython(changed) };
      analyze(document, { rules: levels, workspace: emptyWorkspace, onRuleError: () => undefined });
    });
  for (let round = 0; round < 30; round++) check(text);
  const lines = text.split("\n");
  // A hundred edits all over the file, every other one of which leaves it half typed.
  const times = Array.from({ length: 100 }, (_, edit) => {
    const changed = [...lines];
    const line = (edit * 7919) % lines.length;
    changed[line] = `${changed[line] ?? ""}${edit % 2 === 0 ? "  # edited" : "("}`;
    return check(changed.join("\n"));
  });
  printTable(
    `Findings after an edit: ${lines.length} lines, ${times.length} edits, every rule`,
    ["", "ms"],
    [
      ["p50", decimal(percentile(times, 0.5))],
      ["p95", decimal(percentile(times, 0.95))],
    ],
  );
}

/** The sample's training script again and again, its functions named anew each time, up to that many lines. */
export function longFile(lines: number): string {
  const script = readFileSync(fixture, "utf8").split('if __name__ == "__main__":')[0] ?? "";
  const parts: string[] = [];
  let count = 0;
  for (let copy = 0; count < lines; copy++) {
    const part = script.replaceAll(/\b(train_one_epoch|validate|main)\b/g, `$1_${copy}`);
    parts.push(part);
    count += part.split("\n").length - 1;
  }
  return parts.join("").split("\n").slice(0, lines).join("\n");
}
