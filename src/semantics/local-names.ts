import type { FormModule } from "../syntax/form.js";
import { eachStatementInScope } from "./visit.js";

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
