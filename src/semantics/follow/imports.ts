import { wholeExport, type Import, type ImportedName, type Statement } from "../../syntax/form.js";
import { canonicalModule, packageOf } from "../../knowledge/modules.js";
import { cellToAssign, type Environment } from "./environment.js";
import { runModule } from "./execute.js";
import { slicesOf } from "./module-slices.js";
import { makeEntity, type Run } from "./run.js";
import { readCell } from "./read-cell.js";
import { cell, type Cell } from "./store.js";
import { symbolFor } from "./symbols.js";
import { unit, type Unit } from "./unit.js";
import { eachStatementInScope } from "../code/visit.js";
import type { PendingImport, Value } from "../values.js";

/** Binds what an import binds: library symbols by their full path, names of the workspace so that they are followed when they are read. */
export function bindImport(run: Run, scope: Environment, statement: Import): void {
  const from = run.frame.unit.path;
  for (const name of statement.names) {
    if (name.imported === "*") bindAll(run, scope, unitOf(run, from, statement.module, statement.level));
    else run.store.set(cellToAssign(scope, name.local), importedValue(run, from, statement, name));
  }
}

function bindAll(run: Run, scope: Environment, from: Unit | undefined): void {
  for (const [name, place] of from?.globals.cells ?? []) {
    const value = run.store.value(place);
    if (value !== undefined && !name.startsWith("_")) run.store.set(cellToAssign(scope, name), value);
  }
}

function importedValue(run: Run, from: string, statement: Import, name: ImportedName): Value {
  const { module, level } = statement;
  const { imported, bindsTop } = name;
  const isHere = (candidate: string): boolean => run.workspace.resolve(from, candidate, level) !== undefined;
  if (imported === undefined) {
    const bound = bindsTop ? module.split(".")[0]! : module;
    return isHere(bound)
      ? pending(run, () => workspaceModule(run, from, bound, level))
      : symbolFor(run, canonicalModule(bound));
  }
  const submodule = module === "" ? imported : `${module}.${imported}`;
  if (isHere(module) || isHere(submodule)) return pending(run, () => workspaceName(run, from, module, level, imported));
  // What a relative import names is the project's own: it is never a library's.
  if (level > 0 || module.startsWith(".")) return makeEntity(run, { how: "unknown" }, undefined, []);
  return symbolFor(run, canonicalModule(imported === "default" ? module : `${packageOf(module)}.${imported}`));
}

/** Files that import a name from each other and never define it end where they began: with nothing known. */
function pending(run: Run, look: () => Value | undefined, isUnbound = false): PendingImport {
  let found: Value | undefined;
  let isLooking = false;
  const resolve = (): Value => {
    if (found === undefined && !isLooking) {
      isLooking = true;
      found = look() ?? makeEntity(run, { how: "unknown" }, undefined, []);
    }
    return found ?? makeEntity(run, { how: "unknown" }, undefined, []);
  };
  return { kind: "pending", resolve, isUnbound };
}

function workspaceModule(run: Run, from: string, module: string, level: number): Value {
  const found = unitOf(run, from, module, level);
  return found === undefined ? makeEntity(run, { how: "unknown" }, undefined, []) : { kind: "module", unit: found };
}

function workspaceName(run: Run, from: string, module: string, level: number, imported: string): Value {
  const of = unitOf(run, from, module, level);
  const value = readCell(run, of?.globals.cells.get(imported)) ?? exportedAsPart(run, of, imported);
  return value ?? workspaceModule(run, from, module === "" ? imported : `${module}.${imported}`, level);
}

/** `module.exports = { train }`, imported as ES modules are: by name, or as the default. */
function exportedAsPart(run: Run, of: Unit | undefined, name: string): Value | undefined {
  const whole = readCell(run, of?.globals.cells.get(wholeExport));
  if (name === "default") return whole;
  return whole?.kind === "entity" ? readCell(run, whole.fields.get(name)) : undefined;
}

/** The module that a string names in TypeScript: one of the workspace, or a library. `require` gives what a file exports as a whole. */
export function moduleValue(run: Run, module: string, isRequired: boolean): Value {
  const found = unitOf(run, run.frame.unit.path, module, 0);
  const whole = isRequired ? readCell(run, found?.globals.cells.get(wholeExport)) : undefined;
  if (whole !== undefined) return whole;
  if (found !== undefined) return { kind: "module", unit: found };
  return module.startsWith(".")
    ? makeEntity(run, { how: "unknown" }, undefined, [])
    : symbolFor(run, canonicalModule(module));
}

const mostUnits = 60;
const sliceBudget = 1000;

/**
 * The module of the workspace that an import in a file names; undefined for libraries.
 * Of its top level, what a name needs is followed when the name is first read.
 */
export function unitOf(run: Run, from: string, module: string, level: number): Unit | undefined {
  const found = run.workspace.resolve(from, module, level);
  if (found === undefined) return undefined;
  const known = run.units.get(found.path);
  if (known !== undefined) return known;
  if (run.units.size >= mostUnits) return undefined;
  const made = unit(found.path, found.form);
  run.units.set(found.path, made);
  const { cells } = made.globals;
  for (const [name, statements] of slicesOf(found.form)) cells.set(name, waiting(run, made, statements));
  bindStarImports(run, made);
  return made;
}

function waiting(run: Run, of: Unit, statements: readonly Statement[]): Cell {
  const place = cell();
  const value = pending(
    run,
    () => {
      followSlice(run, of, statements);
      const now = run.store.value(place);
      return now === value ? undefined : readCell(run, place);
    },
    true,
  );
  place.initial = value;
  return place;
}

/** An imported module is the same for whoever imports it, and costs the file under check nothing. */
function followSlice(run: Run, of: Unit, statements: readonly Statement[]): void {
  const mark = run.store.mark();
  const { budget, depth } = run;
  run.budget = sliceBudget;
  run.depth = 0;
  runModule(run, of, statements);
  run.budget = budget;
  run.depth = depth;
  run.store.settle(mark);
}

/** `from .layers import *` at the top level hands on what the other module binds. */
function bindStarImports(run: Run, made: Unit): void {
  const { cells } = made.globals;
  eachStatementInScope(made.form.body, (statement) => {
    if (statement.kind !== "Import" || !statement.names.some(({ imported }) => imported === "*")) return;
    for (const [name, place] of unitOf(run, made.path, statement.module, statement.level)?.globals.cells ?? []) {
      if (!name.startsWith("_") && !cells.has(name)) cells.set(name, place);
    }
  });
}
