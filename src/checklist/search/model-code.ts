import { textsOf } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import type { CodeFile } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { nodeOf } from "./call-graph.js";
import { isNetwork, makesModel, trainingRoles } from "./training-calls.js";

/** Where the product defines its models, as `path#name`: networks, and functions that put a model together. */
export function modelCode({ code, config }: Pick<ChecklistProject, "code" | "config">): ReadonlySet<string> {
  const globs = textsOf(config, "models.paths");
  const roles = trainingRoles({ code });
  const files = code.filter(
    ({ role, path }) => roles.includes(role) && (globs.length === 0 || matchesGlobs(globs, path)),
  );
  const found = new Set(modelsIn(files));
  // A network may inherit from another of the project.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { path, classes } of files) {
      for (const { name, bases } of classes) if (bases.some((base) => found.has(base))) found.add(nodeOf(path, name));
    }
  }
  return found;
}

const modelsIn = onceForEach(({ path, classes, calls }: CodeFile): readonly string[] => [
  ...classes.filter(({ bases }) => isNetwork(bases)).map(({ name }) => nodeOf(path, name)),
  ...calls
    .filter((call) => call.within !== "__main__" && makesModel(call.path ?? ""))
    .map((call) => nodeOf(path, call.within)),
]);
