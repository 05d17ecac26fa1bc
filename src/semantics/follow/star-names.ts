import { canonicalModule } from "../../knowledge/modules.js";
import { starImported } from "../../knowledge/star-imports.js";
import { memo } from "../code/memo.js";
import { eachStatementInScope } from "../code/visit.js";
import type { FormModule } from "../../syntax/form.js";

/** The path of a name that nothing in a file binds but `from library import *`. */
export function starName(form: FormModule, name: string): string | undefined {
  for (const module of starModules(form)) {
    const path = starImported(module, name);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** The later import wins. */
const starModules = memo((form: FormModule): readonly string[] => {
  const found: string[] = [];
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Import" || statement.level > 0) return;
    if (statement.names.some(({ imported }) => imported === "*")) found.unshift(canonicalModule(statement.module));
  });
  return found;
});
