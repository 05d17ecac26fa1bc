import type { FormModule } from "../../syntax/form.js";
import { memo } from "./memo.js";
import { eachStatement } from "./visit.js";

/** Is a file a part of a package, which others import: it imports from its neighbours by dots, and does nothing when it is run itself? */
export const isPackageModule = memo((form: FormModule) => !form.text.includes("__main__") && importsByDots(form));

function importsByDots(form: FormModule): boolean {
  let found = false;
  eachStatement(form.body, (statement) => {
    found ||= statement.kind === "Import" && statement.level > 0;
  });
  return found;
}
