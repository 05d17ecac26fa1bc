import { isTestPath } from "../../tools/trace.js";
import type { FormModule } from "../../../syntax/form.js";
import type { CodeRole } from "../code-facts.js";

/** What part of a project a file of code is. */
export function roleOf(path: string, form: FormModule): CodeRole {
  if (isAside(path)) return "aside";
  if (isTestPath(path)) return "test";
  return form.notebook === undefined ? "source" : "notebook";
}

/** Examples, benchmarks, documents, templates, and what others wrote: none of it is the product. */
export function isAside(path: string): boolean {
  return (
    /(?:^|\/)(?:examples?|docs?|benchmarks?|third[-_]party|vendor|vendored|templates?|cookiecutters?)\//i.test(path) ||
    /\{\{|\.disabled$|(?:^|\/)(?:build|dist)\//.test(path)
  );
}
