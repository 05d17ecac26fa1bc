import { textsOf } from "../../engine/checklist-config.js";
import { eachExpression } from "../../semantics/code/visit.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import type { CodeFile } from "../../project/facts/code-facts.js";
import type { ConfigFile } from "../../project/facts/file-facts.js";
import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { textsIn } from "./values.js";

/** A list of columns that code or a configuration names. */
export interface ColumnList {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Named lists of columns in the product's code and its configuration. */
export function columnLists({ code, configs }: ChecklistProject): readonly ColumnList[] {
  return [...inCode(code), ...inConfigs(configs)];
}

const inCode = onceForEach(({ path, role, assigns }: CodeFile): readonly ColumnList[] =>
  role !== "source" && role !== "notebook"
    ? []
    : assigns.flatMap(({ target, line, value }) => {
        if (value.kind === "literal" || value.kind === "dict" || !listName.test(target)) return [];
        const columns = textsIn(value);
        return columns.length === 0 ? [] : [{ path, line, name: target, columns }];
      }),
);

const inConfigs = onceForEach(({ path, entries }: ConfigFile): readonly ColumnList[] => {
  const lists = new Map<string, { readonly line: number; readonly columns: string[] }>();
  for (const { key, value, line } of entries) {
    const [, name] = /^(.*)\.\d+$/.exec(key) ?? [];
    if (name === undefined || typeof value !== "string" || !listName.test(name.split(".").at(-1) ?? "")) continue;
    const known = lists.get(name) ?? { line, columns: [] };
    lists.set(name, known);
    known.columns.push(value);
  }
  return [...lists].map(([name, { line, columns }]) => ({ path, line, name, columns }));
});

const listName =
  /feature|(?:^|_)(?:col|column)s?(?:$|_)|columns|numeric|categorical|sensitive|protected|forbidden|banned|predictors|covariates/i;
/** A list of what is kept out. */
export const excludingName = /drop|forbid|ban|exclu|deprecat|sensitive|protected|leak|remove|ignore|not_/i;

/** The columns that the product's code selects, as far as the files name them; empty where they do not. */
export async function columnsUsed(project: ChecklistProject): Promise<ReadonlySet<string>> {
  const stated = textsOf(project.config, "features.list");
  if (stated.length > 0) return new Set(stated);
  const lists = columnLists(project).filter(
    ({ name, columns }) => selecting.test(name) && !excludingName.test(name) && columns.length > 1,
  );
  const listed = new Set(lists.flatMap(({ columns }) => columns));
  const selected = listed.size > 0 ? listed : await columnsSelected(project);
  const left = new Set([...columnsMade(project.code), ...columnsDropped(project.code)]);
  return new Set([...selected].filter((name) => !left.has(name)));
}

const selecting = /feature|numeric|categorical|predictors|covariates|input_?col/i;

/** Columns that code makes itself: no schema of what comes in can name them. */
const columnsMade = onceForEach(({ role, assigns, calls }: CodeFile): readonly string[] => {
  const found = new Set<string>();
  if (role !== "source") return [];
  for (const { target } of assigns) {
    const name = /\[["'](\w+)["']\]$/.exec(target)?.[1];
    if (name !== undefined) found.add(name);
  }
  for (const { name, named, positional } of calls) {
    if (name === "assign" || name === "with_columns") for (const column of Object.keys(named)) found.add(column);
    const [first] = positional;
    if (name === "DataFrame" && first?.kind === "dict")
      for (const column of Object.keys(first.entries)) found.add(column);
  }
  return [...found];
});

/** Columns that code takes out of frames: nothing learns from them. */
const columnsDropped = onceForEach(({ role, calls }: CodeFile): readonly string[] =>
  role !== "source"
    ? []
    : calls.flatMap(({ name, named, positional }) =>
        name === "drop" || name === "drop_columns" ? textsIn(named.columns ?? positional[0]) : [],
      ),
);

/** Columns that code takes from frames by name: `df["age"]`, `df[["age", "fare"]]`. */
export async function columnsSelected(project: ChecklistProject): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const file of project.code) {
    if (file.role !== "source") continue;
    const selected = selectedIn(file);
    // What the file as it is selects is looked up in its text once.
    selected.names ??= namesIn(await project.form(file.path));
    for (const name of selected.names) found.add(name);
  }
  return found;
}

const selectedIn = onceFor((_: CodeFile): { names?: readonly string[] } => ({}));

function namesIn(parsed: FormModule | undefined): readonly string[] {
  const found = new Set<string>();
  if (parsed === undefined) return [];
  eachExpression(parsed.body, (expression) => {
    if (expression.kind !== "Subscript") return;
    const { object, index } = expression;
    const isList = index.kind === "Sequence" && index.form === "list";
    if (!isList && !(object.kind === "Name" && frameName.test(object.id))) return;
    for (const name of literals(index)) found.add(name);
  });
  return [...found];
}

const frameName = /^(?:df|data|frame|raw|rows|table|train|test|X|x)$|_df$|df_|frame$|_data$|^(?:X|x|df|data)_/;

function literals(expression: Expression): readonly string[] {
  if (expression.kind === "Literal") return typeof expression.value === "string" ? [expression.value] : [];
  return expression.kind === "Sequence" ? expression.items.flatMap(literals) : [];
}
