import type { Name } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { eachStatement, eachStatementInScope } from "./visit.js";

/** What a module is called in a file (`np` after `import numpy as np`); undefined where the top level does not import it whole. */
export function localName(form: FormModule, module: string): string | undefined {
  let found: string | undefined;
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Import" || statement.level > 0 || statement.module !== module) return;
    const whole = statement.names.find((name) => name.imported === undefined);
    // `import os.path` binds `os`, under which the module is spelled in full.
    if (whole !== undefined) found ??= whole.bindsTop ? module : whole.local;
  });
  return found;
}

/** Does a name stand in a function that has a parameter of that name? Then its value is the callers', whatever the ones in sight pass. */
export function isParameter(form: FormModule, name: Name): boolean {
  let found = false;
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "FunctionStatement" || statement.start > name.start || statement.end < name.end) return;
    found ||= statement.function.params.some((param) => param.name === name.id);
  });
  return found;
}
