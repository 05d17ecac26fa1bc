import type { FormModule } from "../../../syntax/form.js";
import { importedModules } from "../../imports.js";
import type { ImportFact } from "../code-facts.js";

/** What a file takes in without an import statement: a CommonJS `require` is a call. */
export function requiredModules(form: FormModule, imports: readonly ImportFact[]): readonly ImportFact[] {
  const known = new Set(imports.map(({ module }) => module));
  return importedModules(form)
    .filter(({ module }) => !known.has(module))
    .map(({ module }) => ({ line: 1, module, names: [], target: undefined, isOptional: false }));
}
