import { eachStatementInScope } from "../semantics/code/visit.js";
import { type FileFacts, fileFacts } from "../semantics/facts.js";
import { boundNames } from "../semantics/follow/environment.js";
import type { FormModule } from "../syntax/form.js";
import { type ImportedModule, importedModules } from "./imports.js";

/** What the rest of a project needs to know of a file, without its text and its tree. */
export interface FileSummary {
  readonly imports: readonly ImportedModule[];
  /** What others can import by name. */
  readonly symbols: ReadonlyMap<string, SymbolSummary>;
  /** The modules whose names this one hands on: `from .layers import *`. */
  readonly handedOn: readonly ImportedModule[];
  readonly facts: FileFacts;
}

export type SymbolSummary =
  | { readonly kind: "function" | "class" | "value" }
  /** A name that is another module's, or a module itself when `name` is undefined. */
  | { readonly kind: "import"; readonly module: string; readonly level: number; readonly name: string | undefined };

export function summaryOf(form: FormModule): FileSummary {
  const symbols = new Map<string, SymbolSummary>();
  const handedOn: ImportedModule[] = [];
  for (const name of boundNames(form.body, form.language)) symbols.set(name, { kind: "value" });
  eachStatementInScope(form.body, (statement) => {
    switch (statement.kind) {
      case "FunctionStatement":
        if (statement.function.name !== undefined) symbols.set(statement.function.name, { kind: "function" });
        break;
      case "ClassStatement":
        if (statement.name !== undefined) symbols.set(statement.name, { kind: "class" });
        break;
      case "Import":
        for (const { local, imported } of statement.names) {
          const { module, level } = statement;
          if (imported === "*") handedOn.push({ module, level, names: [] });
          else symbols.set(local, { kind: "import", module, level, name: imported });
        }
        break;
    }
  });
  return { imports: importedModules(form), symbols, handedOn, facts: fileFacts(form) };
}

/** Do two summaries of a file lead to the same other files? Most edits change neither its imports nor what it defines. */
export function linksAlike(a: FileSummary | undefined, b: FileSummary): boolean {
  if (a === undefined || a.symbols.size !== b.symbols.size) return false;
  if (!modulesAlike(a.imports, b.imports) || !modulesAlike(a.handedOn, b.handedOn)) return false;
  return [...b.symbols].every(([name, symbol]) => {
    const other = a.symbols.get(name);
    if (other?.kind !== "import" || symbol.kind !== "import") return other?.kind === symbol.kind;
    return other.module === symbol.module && other.level === symbol.level && other.name === symbol.name;
  });
}

function modulesAlike(a: readonly ImportedModule[], b: readonly ImportedModule[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ module, level, names }, index) => {
      const other = b[index];
      return other?.module === module && other.level === level && other.names.join() === names.join();
    })
  );
}
