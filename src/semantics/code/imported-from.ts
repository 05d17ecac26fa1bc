import type { FormModule } from "../../syntax/form.js";
import { memo } from "./memo.js";
import { eachStatement } from "./visit.js";

/** The modules that a file imports, as they are written without leading dots. */
export const importedModules = memo((form: FormModule): readonly string[] => {
  const found: string[] = [];
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Import") found.push(statement.module);
  });
  return found;
});

/** Where the names of a file that it imports come from: the module, with as many dots before it as the import has. */
export const importedNames = memo((form: FormModule): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    for (const { local } of statement.names) found.set(local, ".".repeat(statement.level) + statement.module);
  });
  return found;
});
