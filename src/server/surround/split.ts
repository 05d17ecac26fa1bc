import { usedLibraries } from "../../semantics/code/libraries.js";
import { localName } from "../../semantics/code/local-names.js";
import { surroundingsOf } from "../../semantics/code/surroundings.js";
import { eachStatementInScope } from "../../semantics/code/visit.js";
import type { Model } from "../../semantics/model.js";
import { seedConstant } from "../../semantics/seeds/seeding.js";
import type { Expression } from "../../syntax/expressions.js";
import type { Assign, FormModule, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { beginsLine } from "../placed-statements.js";
import { endOfImports } from "../snippet-imports.js";
import { endOfLine, indentOf, lineEnd, lineStart } from "../text-lines.js";
import { lineBelow, trimmed } from "./selection.js";
import type { Surrounding } from "./surrounding.js";

/**
 * Splits what is selected, features and target or a table, into a training and a test part with a seed: in place of a
 * line that merely names it, below the line that makes it, and above the call that learns from it, which then gets the
 * training part.
 */
export function surroundSplit(model: Model, selection: Span, part: Span): Surrounding | undefined {
  const { form } = model;
  const { text } = form;
  if (form.language !== "python" || !tables.some((library) => usedLibraries(form).has(library))) return undefined;
  const span = trimmed(text, selection);
  const selected = selectedExpressions(form, span);
  const statement = selected[0] && surroundingsOf(form).statements.get(selected[0]);
  if (statement === undefined || !beginsLine(form, statement) || !endsLine(form, statement)) return undefined;
  const start = lineStart(text, statement.start);
  const indent = indentOf(text, start);
  const splitter = splitterOf(form);
  const isWhole = statement.kind === "ExpressionStatement" && holdsOnly(statement, span);
  const made = statement.kind === "Assign" && isSide(statement, selected, span) ? itemsOf(statement.targets[0]) : [];
  const edits: Surrounding["edits"][number][] = [];
  if (splitter === undefined) {
    const at = endOfImports(form, start);
    const line = "from sklearn.model_selection import train_test_split";
    const eol = endOfLine(text);
    edits.push(
      at === undefined
        ? { start, end: start, newText: indent + line + eol }
        : { start: at, end: at, newText: eol + line },
    );
  }
  const split = (parts: readonly Expression[]): string => splitLine(model, parts, splitter ?? "train_test_split");
  if (isWhole && isTable(form, selected)) {
    edits.push({ ...span, newText: split(selected), isSnippet: true });
  } else if (made.length > 0 && (isTable(form, made) || isTable(form, selected))) {
    const line = { indent, code: split(made), isSnippet: true };
    edits.push(lineBelow(text, lineEnd(text, statement.end), part, line));
  } else if (isLearnedFrom(form, selected)) {
    const line = `${indent}${split(selected)}${endOfLine(text)}`;
    const training = namesFor(selected).map((name) => `${name}_train`);
    edits.push({ start, end: start, newText: line, isSnippet: true }, { ...span, newText: training.join(", ") });
  } else return undefined;
  return { title: "Surround with a seeded `train_test_split`", edits };
}

const tables = ["sklearn", "pandas", "polars", "xgboost", "lightgbm", "catboost", "imblearn"];

/** The expression that is selected, the two of a pair, or two arguments that stand side by side. */
function selectedExpressions(form: FormModule, span: Span): readonly Expression[] {
  const { statements, parents } = surroundingsOf(form);
  const inside = [...statements.keys()].filter(({ start, end }) => span.start <= start && end <= span.end);
  const whole = inside.find(({ kind, start, end }) => kind !== "Unknown" && start === span.start && end === span.end);
  if (whole !== undefined) return itemsOf(whole);
  const first = inside.filter(({ start }) => start === span.start).toSorted((a, b) => b.end - a.end)[0];
  const second = inside.filter(({ end }) => end === span.end).toSorted((a, b) => a.start - b.start)[0];
  if (first === undefined || second === undefined || parents.get(first) !== parents.get(second)) return [];
  return /^\s*,\s*$/.test(form.text.slice(first.end, second.start)) ? [first, second] : [];
}

function itemsOf(expression: Expression | undefined): readonly Expression[] {
  if (expression === undefined) return [];
  return expression.kind === "Sequence" && expression.form === "tuple" ? expression.items : [expression];
}

/** Is what is selected all that a statement gives names to, or all that it gives them to? */
function isSide({ targets, value, operator }: Assign, selected: readonly Expression[], span: Span): boolean {
  if (operator !== undefined || targets.length !== 1 || value === undefined || selected.length === 0) return false;
  return holdsOnly(value, span) || targets.some((target) => holdsOnly(target, span));
}

function holdsOnly({ start, end }: Span, span: Span): boolean {
  return start === span.start && end === span.end;
}

/** Features and a target, or one table: what is called like one, or made by a library of tables. */
function isTable(form: FormModule, parts: readonly Expression[]): boolean {
  const [first, second, ...others] = parts;
  if (first === undefined || others.length > 0) return false;
  if (second !== undefined) return parts.every(({ kind }) => /^(?:Name|Attribute|Subscript|Call)$/.test(kind));
  if (first.kind === "Call") return isMadeTable(form, first);
  if (first.kind !== "Name") return false;
  return (
    /^(?:df|data|dataset|frame|table|rows|samples|records|X)$|_(?:df|data|frame|table|rows)$|^df_/.test(first.id) ||
    isAssignedTable(form, first.id)
  );
}

function isAssignedTable(form: FormModule, name: string): boolean {
  let found = false;
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined) return;
    const isTarget = statement.targets.some((target) => target.kind === "Name" && target.id === name);
    found ||= isTarget && isMadeTable(form, statement.value);
  });
  return found;
}

/** `pd.read_csv(path)`, `pl.DataFrame(rows)`. */
function isMadeTable(form: FormModule, value: Expression): boolean {
  if (value.kind !== "Call" || value.callee.kind !== "Attribute" || value.callee.object.kind !== "Name") return false;
  const { name, object } = value.callee;
  const isLibrary = ["pandas", "polars"].some((module) => localName(form, module) === object.id);
  return isLibrary && /^(?:read_\w+|scan_\w+|DataFrame|concat|merge)$/.test(name);
}

/** Two arguments of a call that fits something: `model.fit(X, y)`. */
function isLearnedFrom(form: FormModule, selected: readonly Expression[]): boolean {
  const [first, second] = selected;
  const call = first && surroundingsOf(form).parents.get(first);
  if (second === undefined || call?.kind !== "Call" || call.callee.kind !== "Attribute") return false;
  const isFit = /^(?:partial_)?fit(?:_\w+)?$/.test(call.callee.name);
  return isFit && surroundingsOf(form).parents.get(call)?.kind !== "Comprehension";
}

/** What `train_test_split` is called in the file; undefined where it is not imported. */
function splitterOf(form: FormModule): string | undefined {
  let found: string | undefined;
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    for (const { imported, local } of statement.names) {
      if (statement.module === "sklearn.model_selection" && imported === "train_test_split") found = local;
      if (statement.module === "sklearn" && imported === "model_selection") found ??= `${local}.train_test_split`;
    }
  });
  const module = localName(form, "sklearn.model_selection");
  return found ?? (module === undefined ? undefined : `${module}.train_test_split`);
}

function splitLine(model: Model, parts: readonly Expression[], splitter: string): string {
  const sources = parts.map((part) => escaped(model.text(part)));
  const names = namesFor(parts).flatMap((name) => [`${name}_train`, `${name}_test`]);
  const target = sources[1];
  const stratify = target === undefined ? "" : `\${3:, stratify=${target}}`;
  const options = `test_size=\${1:0.2}, random_state=\${2:${seedConstant(model) ?? "42"}}${stratify}`;
  return `${names.join(", ")} = ${splitter}(${sources.join(", ")}, ${options})`;
}

/** What the parts of something are called after: its own name, or the usual one. */
function namesFor(parts: readonly Expression[]): readonly string[] {
  return parts.map((part, index) => {
    if (part.kind === "Name") return part.id;
    if (part.kind === "Attribute") return part.name;
    return parts.length === 1 ? "data" : index === 0 ? "X" : "y";
  });
}

/** Code as a part of a snippet. */
function escaped(code: string): string {
  return code.replace(/[\\$}]/g, "\\$&");
}

function endsLine({ text }: FormModule, { end }: Statement): boolean {
  return /^[ \t]*(?:#.*)?$/.test(text.slice(end, lineEnd(text, end)));
}
