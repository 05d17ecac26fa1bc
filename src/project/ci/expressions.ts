import type { CiSystem, Variables } from "./model.js";

/** Stands in a text for a value that only the running system knows; to the shell it is a variable of unknown value. */
export const unknownValue = "${CI_EXPRESSION}";

/** Puts the values of a system's own expressions into a text, before any shell sees it. Lines stay where they are. */
export function fillIn(text: string, system: CiSystem, values: Variables, depth = 0): string {
  const pattern = patterns[system];
  if (pattern === undefined) return text;
  return text.replace(pattern, (whole: string, expression: string | undefined, second: string | number | undefined) => {
    const macro = typeof second === "string" ? second : undefined;
    const name = (macro ?? expression ?? "").trim();
    const value = values[name] ?? values[dotted(name)] ?? literalOf(name) ?? chosen(name, values);
    if (value !== undefined) return depth < 4 ? fillIn(value, system, values, depth + 1) : value;
    // `$(name)` is Azure's own only when such a variable exists; else it is the shell's.
    return macro !== undefined && !macro.includes(".") ? whole : unknownValue;
  });
}

const patterns: Partial<Record<CiSystem, RegExp>> = {
  github: /\$\{\{([^}]*)\}\}/g,
  azure: /\$\{\{([^}]*)\}\}|\$\(([A-Za-z_][\w.]*)\)/g,
  circleci: /<<([^<>]*)>>/g,
  buildkite: /\{\{\s*(matrix[\w.]*)\s*\}\}/g,
  gitlab: /\$\[\[([^\]]*)\]\]/g,
};

/** `matrix['python-version']` is `matrix.python-version`. */
function dotted(name: string): string {
  return name.replace(/\[\s*['"]([^'"]*)['"]\s*\]/g, ".$1");
}

function literalOf(name: string): string | undefined {
  return /^'([^']*)'$/.exec(name)?.[1] ?? (/^-?\d+(?:\.\d+)?$|^(?:true|false)$/.test(name) ? name : undefined);
}

/** `a || 'b'`, where the first that is known and not empty counts. */
function chosen(name: string, values: Variables): string | undefined {
  if (!name.includes("||") || /[&=!<>(]/.test(name)) return undefined;
  for (const part of name.split("||").map((one) => one.trim())) {
    const value = values[part] ?? literalOf(part);
    if (value === undefined) return undefined;
    if (value !== "" && value !== "false") return value;
  }
  return "";
}

/** An expression that is false whatever happens: `false`, `${{ false }}`, `0`. */
export function isNever(condition: string | undefined): boolean {
  if (condition === undefined) return false;
  const inner = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, "").trim();
  return /^(?:false|0|''|never|false\s*&&.*|.*&&\s*false)$/i.test(inner);
}

/**
 * Is a condition on one input false for the value that is handed in: `inputs.full`, `!inputs.full`, `inputs.kind == 'unit'`?
 * An action's inputs are texts, of which `false` is true; a workflow's are what they are declared as. What is not known is not false.
 */
export function isFalseFor(condition: string | undefined, values: Variables, isWorkflow: boolean): boolean {
  const inner = (condition ?? "").replace(/^\s*\$\{\{|\}\}\s*$/g, "").trim();
  const [, not, alone] = /^(!?)\s*(inputs\.[\w-]+)$/.exec(inner) ?? [];
  if (alone !== undefined) {
    const value = values[alone];
    if (value === undefined || value.includes("${{") || (value === "false" && !isWorkflow)) return false;
    return (value !== "" && value !== "false") === (not === "!");
  }
  const compared = /^(inputs\.[\w-]+)\s*[!=]=\s*'[^']*'$/.exec(inner)?.[1];
  const value = compared === undefined ? undefined : values[compared];
  return value !== undefined && !value.includes("${{") && !isTrueIn(inner, values);
}

/** An expression that is true only after something failed or was stopped. */
export function isOnFailure(condition: string | undefined): boolean {
  if (condition === undefined || /always\(|success\(|\|\||!\s*(?:failure|cancelled)/i.test(condition)) return false;
  return /\b(?:failure|cancelled|failed|canceled)\(/i.test(condition);
}

/** Is an expression over a matrix true in a leg of it: `matrix.allowed`, `matrix.python == '3.14'`? What is not known is not. */
export function isTrueIn(expression: string, leg: Variables): boolean {
  const compared = /^([\w.-]+)\s*([!=]=)\s*(?:'([^']*)'|([\w.-]+))$/.exec(expression);
  if (compared === null) return expression === "true" || leg[expression] === "true";
  const [, name = "", operator, quoted, plain] = compared;
  const value = leg[name];
  return value !== undefined && (value === (quoted ?? plain)) === (operator === "==");
}
