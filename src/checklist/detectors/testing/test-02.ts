import { textsOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { type Check, type CheckKind, checksInCi, configuredChecks } from "../../search/code-checks.js";

/** Do lint and type checks gate changes? */
export const detector: Detector = (project) => {
  const wanted = textsOf(project.config, "quality.tools");
  const inCi = checksInCi(project);
  const configured = configuredChecks(project);
  const open = wanted.length > 0 ? openTools(inCi, wanted) : openKinds(inCi);
  const evidence = [...inCi.map(ofCheck), ...configured];
  const [first] = evidence;
  return detected({
    evidence,
    objections:
      first === undefined || open.length === 0
        ? []
        : [
            {
              path: first.path,
              line: first.line,
              allows: "partial",
              what: `no ${open.join(" and no ")} gates changes in CI`,
              rule: "not-gating",
            },
          ],
    missing: open.map((one) => `Let a ${one} run in CI on each change, so that it fails the job.`),
    searched: ["Linters, type checkers and formatters in CI jobs, in pre-commit hooks, and in configuration."],
  });
};

function ofCheck({ path, line, tool, isGating, isAutomatic, what }: Check): Evidence {
  const level = isGating && isAutomatic ? "L4" : "L2";
  return { path, line, level, what, rule: tool, ...(level === "L4" ? { repeatedBy: "ci" } : {}) };
}

function openKinds(checks: readonly Check[]): readonly string[] {
  const gates = (kind: CheckKind): boolean =>
    checks.some((one) => one.kinds.includes(kind) && one.isGating && one.isAutomatic);
  return (["lint", "type"] as const).filter((kind) => !gates(kind)).map((kind) => `${kind} check`);
}

function openTools(checks: readonly Check[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((tool) => !checks.some((one) => one.tool === tool && one.isGating && one.isAutomatic));
}
