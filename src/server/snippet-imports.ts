import { eachStatementInScope } from "../semantics/code/visit.js";
import type { FormModule, Import, Language } from "../syntax/form.js";
import { lineEnd } from "./text-lines.js";

/** A snippet's code, and the imports at its head that the file lacks. */
export interface SplitImports {
  readonly imports: readonly string[];
  readonly body: string;
}

/** Takes the imports from the head of a snippet, and leaves out what the file imports itself. */
export function splitImports(form: FormModule, snippet: string): SplitImports {
  const bound = boundByImports(form);
  const imports: string[] = [];
  let body = snippet;
  for (;;) {
    const [head] = heads[form.language].exec(body) ?? [];
    if (head === undefined) return { imports, body: body.replace(/^\n+/, "") };
    body = body.slice(head.length);
    const missing = missingOf(head.trim(), form.language, bound);
    if (missing !== undefined) imports.push(missing);
  }
}

/** Where more imports go: after the last one of the top level before a place. A notebook's cells keep theirs to themselves. */
export function endOfImports({ body, text, notebook }: FormModule, before: number): number | undefined {
  if (notebook !== undefined) return undefined;
  const last = body.findLast((statement) => statement.kind === "Import" && statement.start <= before);
  const end = last && lineEnd(text, last.end);
  return last !== undefined && /^[;\s]*(?:(?:#|\/\/).*)?$/.test(text.slice(last.end, end)) ? end : undefined;
}

/** An import without tab stops in it, and the blank lines above. */
const heads: Readonly<Record<Language, RegExp>> = {
  python: /^\n*(?:from [\w.]+ import \([\w\s,]+\)|from [\w.]+ import [\w, *]+|import [\w., ]+)\n/,
  typescript: /^\n*import [\w\s{},*]+ from (?:"[^"\n$]+"|'[^'\n$]+');?\n/,
};

/** The names that imports bind, and the modules imported under names of theirs. */
function boundByImports(form: FormModule): ReadonlySet<string> {
  const found = new Set<string>();
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    for (const name of statement.names) found.add(boundBy(statement, name));
  });
  return found;
}

/** `import os.path` binds `os`, and still is needed where that alone is there. */
function boundBy({ module }: Import, { local, bindsTop }: Import["names"][number]): string {
  return bindsTop ? module : local;
}

function missingOf(statement: string, language: Language, bound: ReadonlySet<string>): string | undefined {
  const [, lead = "", names = "", trail = ""] = partsOf(statement, language);
  const isThere = (name: string): boolean => bound.has(name.trim().replace(/^(?:type )?.*\bas |^type /, ""));
  const all = names.split(",").filter((name) => name.trim() !== "");
  const missing = all.filter((name) => !isThere(name));
  if (missing.length === 0) return undefined;
  if (missing.length === all.length) return statement;
  return `${lead}${missing.map((name) => name.trim()).join(", ")}${trail}`;
}

/** What stands before the names, the names, and what stands after them. */
function partsOf(statement: string, language: Language): readonly string[] {
  if (language === "python") return /^(from \S+ import |import )\(?([^)]*)\)?$/.exec(statement) ?? [];
  return /^(import (?:type )?\{ ?|import (?:type )?)([^{}]*?)(\s*\}? from .*)$/.exec(statement) ?? [];
}
