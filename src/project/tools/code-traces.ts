import { canonicalModule } from "../../knowledge/modules.js";
import { calledPaths } from "../../semantics/code/called-paths.js";
import { eachStatement } from "../../semantics/code/visit.js";
import type { FormModule } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import type { Detectors, ModuleName, ToolWords } from "./detectors.js";
import type { Found } from "./trace.js";
import { findWords } from "./words.js";

/** The traces of tools in a program. `ours` are the top-level modules that are files of the project, whatever they are called. */
export function codeTraces(
  form: FormModule,
  detectors: Detectors,
  words: readonly ToolWords[],
  ours: ReadonlySet<string>,
): readonly Found[] {
  const found = form.language === "python" ? pythonTraces(form, detectors, ours) : scriptTraces(form, detectors);
  if (words.length === 0) return found;
  const hidden = [...form.comments, ...loneStrings(form)];
  const isCode = ({ start }: Span): boolean => !hidden.some((span) => span.start <= start && start < span.end);
  return [...found, ...findWords(form.text, words, "content", isCode)];
}

/** The top-level modules that a Python program imports. */
export function topModules(form: FormModule): ReadonlySet<string> {
  const tops = new Set<string>();
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Import" && statement.level === 0) tops.add(topOf(statement.module));
  });
  return tops;
}

function pythonTraces(form: FormModule, { modules }: Detectors, ours: ReadonlySet<string>): readonly Found[] {
  const namesUnder = (path: string): readonly ModuleName[] =>
    ours.has(topOf(path)) ? [] : (modules.get(topOf(path)) ?? []);
  const found: Found[] = [];
  const deeper: ModuleName[] = [];
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import" || statement.level > 0) return;
    const { module, names } = statement;
    for (const { tool, name } of namesUnder(module)) {
      deeper.push({ tool, name });
      const imported = names.find((one) => one.imported !== undefined && isBelow(`${module}.${one.imported}`, name));
      if (isBelow(module, name)) found.push({ tool, kind: "import", span: firstLine(form, statement), what: module });
      else if (imported !== undefined) {
        found.push({ tool, kind: "import", span: imported, what: `${module}.${imported.imported}` });
      }
    }
  });
  const called = deeper.filter(({ name }) => name.includes("."));
  if (called.length === 0) return found;
  for (const { path, call } of calledPaths(form)) {
    for (const { tool, name } of called) {
      if (isBelow(path, name) || isBelow(path, canonicalModule(name))) {
        found.push({ tool, kind: "import", span: call.callee, what: name });
      }
    }
  }
  return found;
}

function scriptTraces(form: FormModule, detectors: Detectors): readonly Found[] {
  const found: Found[] = [];
  const add = (module: string, span: Span): void => {
    const name = packageOf(module);
    for (const tool of detectors.npm(name)) found.push({ tool, kind: "import", span, what: name });
  };
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Import") add(statement.module, firstLine(form, statement));
  });
  for (const { path, call } of calledPaths(form)) {
    const [argument] = call.args;
    if (path !== "require" || argument?.value.kind !== "Literal") continue;
    if (typeof argument.value.value === "string") add(argument.value.value, call);
  }
  return found;
}

/** `@scope/name` of `@scope/name/part`. */
function packageOf(module: string): string {
  return module.split("/", module.startsWith("@") ? 2 : 1).join("/");
}

/** Strings that stand by themselves, such as docstrings, are texts for people. */
function loneStrings(form: FormModule): readonly Span[] {
  const found: Span[] = [];
  eachStatement(form.body, (statement) => {
    if (statement.kind === "ExpressionStatement" && statement.expression.kind === "Literal") found.push(statement);
  });
  return found;
}

function firstLine({ text }: FormModule, { start, end }: Span): Span {
  const line = text.slice(start, end).search(/[\r\n]/);
  return { start, end: line < 0 ? end : start + line };
}

function isBelow(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

function topOf(module: string): string {
  const dot = module.indexOf(".");
  return dot < 0 ? module : module.slice(0, dot);
}
