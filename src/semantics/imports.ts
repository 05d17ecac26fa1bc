import type { Import } from "../syntax/form.js";
import { canonicalModule } from "../knowledge/modules.js";
import { cellToAssign, type Environment } from "./environment.js";
import { runModule } from "./execute.js";
import { makeEntity, type Run } from "./run.js";
import { symbolFor } from "./symbols.js";
import { unit, type Unit } from "./unit.js";
import type { Value } from "./values.js";

/** Binds what an import binds: modules and names of the workspace by following them, library symbols by their full path. */
export function bindImport(run: Run, scope: Environment, statement: Import): void {
  const module = canonicalModule(statement.module);
  for (const { local, imported, bindsTop } of statement.names) {
    if (imported === "*") {
      const from = unitOf(run, run.frame.unit.path, statement.module, statement.level);
      if (from === undefined) continue;
      for (const [name, place] of from.globals.cells) {
        const value = run.store.value(place);
        if (value !== undefined && !name.startsWith("_")) run.store.set(cellToAssign(scope, name), value);
      }
      continue;
    }
    run.store.set(cellToAssign(scope, local), importedValue(run, statement, module, imported, bindsTop));
  }
}

function importedValue(
  run: Run,
  statement: Import,
  module: string,
  imported: string | undefined,
  bindsTop: boolean,
): Value {
  const { level } = statement;
  const here = run.frame.unit.path;
  if (imported === undefined) {
    const name = bindsTop ? module.split(".")[0]! : module;
    const found = unitOf(run, here, bindsTop ? name : statement.module, level);
    return found === undefined ? symbolFor(run, name) : { kind: "module", unit: found };
  }
  const from = unitOf(run, here, statement.module, level);
  if (from !== undefined) {
    const place = from.globals.cells.get(imported);
    const value = place === undefined ? undefined : run.store.value(place);
    if (value !== undefined) return value;
  }
  const submodule = unitOf(run, here, statement.module === "" ? imported : `${statement.module}.${imported}`, level);
  if (submodule !== undefined) return { kind: "module", unit: submodule };
  // What a relative import names is the project's own: it is never a library's.
  if (from !== undefined || level > 0 || module.startsWith("."))
    return makeEntity(run, { how: "unknown" }, undefined, []);
  return symbolFor(run, imported === "default" ? module : canonicalModule(`${module}.${imported}`));
}

/** The module that a string names in TypeScript: one of the workspace, or a library. */
export function moduleValue(run: Run, module: string): Value {
  const found = unitOf(run, run.frame.unit.path, module, 0);
  if (found !== undefined) return { kind: "module", unit: found };
  return module.startsWith(".")
    ? makeEntity(run, { how: "unknown" }, undefined, [])
    : symbolFor(run, canonicalModule(module));
}

const mostUnits = 60;
const importBudget = 3000;

/** The module of the workspace that an import in a file names, its top level followed once; undefined for libraries. */
export function unitOf(run: Run, from: string, module: string, level: number): Unit | undefined {
  const found = run.workspace.resolve(from, module, level);
  if (found === undefined) return undefined;
  const known = run.units.get(found.path);
  if (known !== undefined) return known;
  if (run.units.size >= mostUnits) return undefined;
  const made = unit(found.path, found.form);
  run.units.set(found.path, made);
  // An imported module is the same for whoever imports it, and costs the file under check nothing.
  const mark = run.store.mark();
  const outside = { budget: run.budget, depth: run.depth };
  Object.assign(run, { budget: importBudget, depth: 0 });
  runModule(run, made);
  Object.assign(run, outside);
  run.store.settle(mark);
  return made;
}
