import type { CodeFile } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";

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

export const traceOf = onceFor(({ path, language, role, imports, calls }: CodeFile): FileTrace => {
  const modules = imports
    // Whoever takes a helper out of a package's own parts does not use what the package is for.
    .filter(({ module }) => module !== "" && !module.startsWith(".") && !/\._internal\b/.test(module))
    .map(({ module }) => (language === "python" ? (module.split(".")[0] ?? module) : packageOf(module)));
  const lines = new Map<string, number>();
  for (const { name, text, line } of calls) {
    for (const called of [name, ...ownerOf(text)]) {
      if (called !== "" && !lines.has(called)) lines.set(called, line);
    }
  }
  return {
    ...{ path, language, inTest: role === "test", imports: [...new Set(modules)] },
    calls: Object.fromEntries(lines),
  };
});

/** `C` of `C.from_pretrained`: a class whose method makes one is as good as called itself. */
function ownerOf(text: string): readonly string[] {
  return /(?:^|\.)([A-Z]\w*)\.\w+$/.exec(text)?.slice(1) ?? [];
}

/** `@scope/name/part` is of the package `@scope/name`. */
function packageOf(module: string): string {
  return module
    .split("/")
    .slice(0, module.startsWith("@") ? 2 : 1)
    .join("/");
}
