import { eachStatement } from "../semantics/code/visit.js";
import type { FormModule } from "../syntax/form.js";

/** A module that a file imports, as `Workspace.resolve` is asked for it. */
export interface ImportedModule {
  readonly module: string;
  readonly level: number;
  /** What is imported from it by name. */
  readonly names: readonly string[];
}

/** What a file imports, wherever in it. A name imported from a Python package may be a module of its own. */
export function importedModules(form: FormModule): readonly ImportedModule[] {
  const found = new Map<string, ImportedModule & { readonly names: string[] }>();
  const add = (module: string, level: number): { readonly names: string[] } => {
    const key = importKey(module, level);
    let entry = found.get(key);
    if (entry === undefined) found.set(key, (entry = { module, level, names: [] }));
    return entry;
  };
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    const { module, level, names } = statement;
    const from = add(module, level);
    for (const { imported } of names) if (imported !== undefined && imported !== "*") from.names.push(imported);
    if (form.language === "typescript") return;
    for (const { imported, bindsTop } of names) {
      if (bindsTop) packagesAbove(module).forEach((name) => add(name, level));
      else if (imported !== undefined && imported !== "*")
        add(module === "" ? imported : `${module}.${imported}`, level);
    }
  });
  if (form.language === "typescript") {
    // CommonJS: a call in the common form, and only relative ones lead to a file of ours.
    for (const [, module = ""] of form.text.matchAll(/\brequire\(\s*["'](\.[^"'\n]*)["']\s*\)/g)) add(module, 0);
  }
  return [...found.values()];
}

export function importKey(module: string, level: number): string {
  return `${level} ${module}`;
}

/** `a` and `a.b` for `a.b.c`, which `import a.b.c` runs too. */
function packagesAbove(module: string): string[] {
  const parts = module.split(".");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}
