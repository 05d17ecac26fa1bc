import type { Piece } from "../model.js";

/** A Makefile as far as it can be known without running make: targets, what they need, their recipes, literal variables. */
export interface Makefile {
  readonly targets: ReadonlyMap<string, MakeTarget>;
  readonly variables: ReadonlyMap<string, string>;
  /** The first target, which make builds when none is named. */
  readonly goal: string | undefined;
  readonly includes: readonly string[];
  readonly isOneShell: boolean;
}

export interface MakeTarget {
  readonly line: number;
  readonly needs: readonly string[];
  /** One piece a logical line. */
  readonly recipe: readonly Piece[];
}

export function readMakefile(text: string, path: string): Makefile {
  const targets = new Map<string, MakeTarget>();
  const variables = new Map<string, string>();
  const includes: string[] = [];
  let goal: string | undefined;
  let isOneShell = false;
  let open: readonly string[] = [];
  let isDefining = false;

  const add = (names: readonly string[], line: number, needs: readonly string[], recipe: readonly Piece[]): void => {
    for (const name of names) {
      const known = targets.get(name);
      targets.set(name, {
        line: known?.line ?? line,
        needs: [...(known?.needs ?? []), ...needs],
        recipe: [...(known?.recipe ?? []), ...recipe],
      });
    }
  };

  for (const { text: source, line } of logicalLines(text)) {
    if (/^\s*define\b/.test(source)) isDefining = true;
    if (isDefining) {
      if (/^\s*endef\b/.test(source)) isDefining = false;
      continue;
    }
    if (source.startsWith("\t")) {
      if (open.length > 0 && source.trim() !== "") add(open, line, [], [{ text: source.slice(1), path, line }]);
      continue;
    }
    const plain = source.replace(/(?:^|\s)#.*$/s, "").replace(/\\\n\s*/g, " ");
    if (plain.trim() === "" || /^\s*(?:ifn?eq|ifn?def|else|endif|unexport|vpath|override\s+define)\b/.test(plain))
      continue;
    const included = /^[-s]?include\s+(.*)$/.exec(plain)?.[1];
    if (included !== undefined) {
      includes.push(...included.trim().split(/\s+/));
      continue;
    }
    const variable = /^\s*(?:export\s+|override\s+)*([\w.-]+)\s*(\+|\?|::?)?=\s*(.*)$/s.exec(plain);
    if (variable !== null) {
      const [, name = "", operator, value = ""] = variable;
      const before = variables.get(name);
      if (operator === "+") variables.set(name, `${before ?? ""} ${value}`.trim());
      else if (operator !== "?" || before === undefined) variables.set(name, value.trim());
      continue;
    }
    const rule = /^([^:=#]+?)\s*::?(?!=)\s*([^;]*)(?:;(.*))?$/s.exec(plain);
    if (rule === null) continue;
    const [, left = "", right = "", inline] = rule;
    const names = left.trim().split(/\s+/);
    if (names.includes(".ONESHELL")) isOneShell = true;
    // `test: FLAGS = -x` sets a variable for one target.
    if (/^\s*[\w.-]+\s*[+?:]?=/.test(right)) continue;
    open = names;
    const needs = right
      .split("|")
      .join(" ")
      .trim()
      .split(/\s+/)
      .filter((name) => name !== "");
    if (!names[0]!.startsWith(".")) {
      goal ??= names[0];
      add(names, line, needs, inline === undefined ? [] : [{ text: inline.trim(), path, line }]);
    }
  }
  return { targets, variables, goal, includes, isOneShell };
}

/** Lines, with those that a backslash joins as one. */
function logicalLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  const found: { text: string; line: number }[] = [];
  let isOpen = false;
  text.split("\n").forEach((source, index) => {
    const last = found.at(-1);
    if (isOpen && last !== undefined) last.text += `\n${source}`;
    else found.push({ text: source, line: index + 1 });
    isOpen = /(?:^|[^\\])(?:\\\\)*\\$/.test(source);
  });
  return found;
}

/** A text with make's variables in it put in their places; those that are not known become shell variables of unknown value. */
export function expandMake(text: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  return text.replace(
    /\$(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\{([^{}]*)\}|(\$)|([@<^*?+]))/g,
    (whole, round?: string, curly?: string, dollar?: string, automatic?: string) => {
      if (dollar !== undefined) return "$";
      const name = automatic ?? (round ?? curly ?? "").trim();
      const value = variables.get(name) ?? builtIn[name];
      if (value === undefined || depth > 6) return /^[A-Za-z_]\w*$/.test(name) ? `\${${name}}` : "${CI_EXPRESSION}";
      return whole === value ? value : expandMake(value, variables, depth + 1);
    },
  );
}

const builtIn: Readonly<Record<string, string>> = {
  MAKE: "make",
  CURDIR: ".",
  PWD: ".",
  MAKEFLAGS: "",
  SHELL: "/bin/sh",
};
