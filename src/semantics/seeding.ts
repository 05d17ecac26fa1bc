import { fileFacts } from "./facts.js";
import type { Model } from "./model.js";
import { eachStatement } from "./visit.js";

/** Is a library's global generator seeded, in the file or in a file of the workspace that it imports? */
export function isSeeded(model: Model, library: string): boolean {
  if (fileFacts(model.form).seeds.includes(library)) return true;
  const seededIn = model.workspace.facts.seededIn.get(library);
  if (seededIn === undefined || seededIn.size === 0) return false;
  let found = false;
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Import" || found) return;
    const modules = [statement.module, ...statement.names.map(({ imported }) => join(statement.module, imported))];
    found = modules.some((module) => {
      const target = model.workspace.resolve(model.path, module, statement.level);
      return target !== undefined && seededIn.has(target.path);
    });
  });
  return found;
}

function join(module: string, name: string | undefined): string {
  return name === undefined || name === "*" ? module : module === "" ? name : `${module}.${name}`;
}

/** The module's own constant for a seed (`SEED = 7`), for a fix to use; undefined where there is none. */
export function seedConstant(model: Model): string | undefined {
  for (const statement of model.form.body) {
    if (statement.kind !== "Assign" || statement.operator !== undefined || statement.value?.kind !== "Literal")
      continue;
    const [target] = statement.targets;
    if (target?.kind === "Name" && seedName.test(target.id) && typeof statement.value.value === "number")
      return target.id;
  }
  return undefined;
}

const seedName = /^_?(\w+_)?(seed|random_state)$/i;
