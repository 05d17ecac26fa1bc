import { fileFacts } from "../facts.js";
import type { Model } from "../model.js";
import { eachStatement } from "../code/visit.js";
import type { FormModule } from "../../syntax/form.js";

/** How many files are looked at for a seed, from the nearest. */
const mostFiles = 40;

/** Is a library's global generator seeded, in the file or in a file of the workspace that it imports? */
export function isSeeded(model: Model, library: string): boolean {
  return seedsHere(model, model, library) || importSeeds(model, library);
}

/** Does a file of the workspace that the checked one imports, directly or through others, seed a library? */
export function importSeeds(model: Model, library: string): boolean {
  const pending: File[] = [...importsOf(model, model)];
  const seen = new Set([model.path]);
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (seen.has(next.path)) continue;
    seen.add(next.path);
    if (seedsHere(model, next, library)) return true;
    if (seen.size < mostFiles) pending.push(...importsOf(model, next));
  }
  return false;
}

function seedsHere(model: Model, { path, form }: File, library: string): boolean {
  return fileFacts(form).seeds.includes(library) || (model.workspace.facts.seededIn.get(library)?.has(path) ?? false);
}

interface File {
  readonly path: string;
  readonly form: FormModule;
}

function importsOf(model: Model, { path, form }: File): readonly File[] {
  const found: File[] = [];
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    const modules = [statement.module, ...statement.names.map(({ imported }) => join(statement.module, imported))];
    for (const module of modules) {
      const target = model.workspace.resolve(path, module, statement.level);
      if (target !== undefined) found.push(target);
    }
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
