import { analyze } from "../src/engine/analyze.js";
import { defaultConfig, levelsFor, withPreset } from "../src/engine/config.js";
import { rules } from "../src/rules/index.js";
import { emptyWorkspace } from "../src/semantics/workspace.js";
import { readPython } from "../src/syntax/python/lower.js";
import { decimal, printTable, processorTime } from "./measure.js";
import { pathologicalFiles } from "./pathological-files.js";

const rounds = 3;

/** Files of shapes that nobody writes by hand: each is to be done within a second, parsed, followed and with every rule. */
export function printPathological(): void {
  const levels = levelsFor(withPreset(defaultConfig, "all"), "any.py", rules);
  const onRuleError = (rule: string, path: string, error: unknown): void => {
    console.log(`${rule} failed on ${path}: ${String(error)}`);
  };
  const rows = pathologicalFiles.map(({ name, times, text }) => {
    const written = text(times);
    let findings = 0;
    const check = (): void => {
      const form = readPython(written);
      findings = analyze({ path: "any.py", form }, { rules: levels, workspace: emptyWorkspace, onRuleError }).length;
    };
    const best = Math.min(...Array.from({ length: rounds }, () => processorTime(check)));
    return [name, decimal(written.length / 1e3, 0), decimal(findings, 0), decimal(best, 0)];
  });
  printTable(`Pathological files, every rule, best of ${rounds}`, ["", "KB", "findings", "ms of processor"], rows);
}
