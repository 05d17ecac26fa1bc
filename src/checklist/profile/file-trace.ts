import { eachExpression } from "../../semantics/code/visit.js";
import { isTestPath } from "../../project/tools/trace.js";
import { importedModules } from "../../project/imports.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { LineIndex } from "../../syntax/line-index.js";

/** What one file of code shows of the project: what it imports and calls. Small and plain, so that it can be kept. */
export interface FileTrace {
  readonly path: string;
  readonly language: string;
  readonly inTest: boolean;
  /** The top-level modules and packages that it imports from elsewhere. */
  readonly imports: readonly string[];
  /** The last names of what it calls, and classes whose methods it calls, each with the line of the first call. */
  readonly calls: Readonly<Record<string, number>>;
}

export function fileTrace(path: string, form: FormModule): FileTrace {
  const imports = importedModules(form)
    .filter(({ module, level }) => level === 0 && module !== "" && !module.startsWith("."))
    .map(({ module }) => (form.language === "python" ? (module.split(".")[0] ?? module) : packageOf(module)));
  const lines = new LineIndex(form.text);
  const calls = new Map<string, number>();
  eachExpression(form.body, (expression) => {
    if (expression.kind !== "Call") return;
    for (const name of namesOf(expression.callee)) {
      if (!calls.has(name)) calls.set(name, lines.position(expression.start).line);
    }
  });
  return {
    ...{ path, language: form.language, inTest: isTestPath(path), imports: [...new Set(imports)] },
    calls: Object.fromEntries(calls),
  };
}

/** `C` and `from_pretrained` of `C.from_pretrained()`: a class whose method makes one is as good as called itself. */
function namesOf(callee: Expression): readonly string[] {
  if (callee.kind === "Name") return [callee.id];
  if (callee.kind !== "Attribute") return [];
  const [owner] = callee.object.kind === "Call" ? [] : namesOf(callee.object);
  return owner !== undefined && /^[A-Z]/.test(owner) ? [callee.name, owner] : [callee.name];
}

/** `@scope/name/part` is of the package `@scope/name`. */
function packageOf(module: string): string {
  return module
    .split("/")
    .slice(0, module.startsWith("@") ? 2 : 1)
    .join("/");
}
