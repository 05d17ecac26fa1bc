import type { Call, Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { eachStatement, pushParts } from "../code/visit.js";

/** What people's own names say of the rows that an expression holds; undefined where they say nothing, or two things. */
export function roleByName(expression: Expression): "train" | "test" | "validation" | undefined {
  // What compares or spells a name out holds no rows.
  if (/^(Comparison|Literal|Template)$/.test(expression.kind)) return undefined;
  const roles = new Set(namesIn(expression).flatMap((name) => roleOfName(name) ?? []));
  return roles.size === 1 ? [...roles][0] : undefined;
}

export function roleOfName(name: string): NamedRole {
  let found = rolesOfNames.get(name);
  if (found === undefined) {
    // A server goes on for days, and there is no end of names.
    if (rolesOfNames.size >= 10_000) rolesOfNames.clear();
    found = { role: readRole(name) };
    rolesOfNames.set(name, found);
  }
  return found.role;
}

type NamedRole = "train" | "test" | "validation" | undefined;

/** The same names come again and again, and reading one is slow. */
const rolesOfNames = new Map<string, { readonly role: NamedRole }>();

function readRole(name: string): NamedRole {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_\W\d]+/);
  if (isAmount(words)) return undefined;
  const roles = new Set(words.flatMap((word) => roleOfWord(word) ?? []));
  // `train_eval_loader` may be either; in `test_eval_loader`, eval is what the test is for.
  if (roles.has("test") && roles.has("validation") && words.some((word) => /^eval(uation)?$/.test(word)))
    roles.delete("validation");
  return roles.size === 1 ? [...roles][0] : undefined;
}

function roleOfWord(word: string): "train" | "test" | "validation" | undefined {
  if (/^[xy]?(train|trn|tr)(ing)?$|^train(set|loader|data|dataset|x|y)$/.test(word)) return "train";
  if (/^[xy]?(test|tst|te)(ing)?$|^test(set|loader|data|dataset|x|y)$|^unseen$/.test(word)) return "test";
  return /^[xy]?(valid|val|validation|dev|eval|evaluation|calib|calibration|cal)$|^val(id)?(set|loader|data|dataset|x|y)$/.test(
    word,
  )
    ? "validation"
    : undefined;
}

/** `EVAL_BATCH_SIZE`, `test_ratio`: a number that is called after rows holds none. */
function isAmount(words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    /^(size|ratio|fraction|frac|percent|pct|steps|interval|freq|workers|epochs)$/.test(words.at(-1)!)
  );
}

/** The variable, attribute or key that an expression's value is assigned to, where it is a plain one. */
export function nameGiven(form: FormModule, expression: Expression): string | undefined {
  let names = namesOfForms.get(form);
  if (names === undefined) {
    names = new Map();
    const given = names;
    eachStatement(form.body, (statement) => {
      if (statement.kind !== "Assign" || statement.value === undefined) return;
      for (const target of statement.targets) noteNames(given, target, statement.value);
    });
    namesOfForms.set(form, names);
  }
  return names.get(expression);
}

const namesOfForms = new WeakMap<FormModule, Map<Expression, string>>();

function noteNames(names: Map<Expression, string>, target: Expression, value: Expression): void {
  if (target.kind === "Name") noteChain(names, target.id, value);
  else if (target.kind === "Attribute") noteChain(names, target.name, value);
  else if (target.kind === "Subscript" && target.index.kind === "Literal")
    noteChain(names, String(target.index.value), value);
  else if (target.kind === "Sequence" && value.kind === "Sequence" && target.items.length === value.items.length)
    target.items.forEach((item, index) => noteNames(names, item, value.items[index]!));
}

/** `DataLoader(MyDataset(...))`, `Subset(rows, indices)`. */
function wrapsRows({ callee }: Call): boolean {
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  return /(loader|Subset)$/i.test(name);
}

/** In `test = rows[100:].copy()` the name is that of the rows as well. */
function noteChain(names: Map<Expression, string>, name: string, value: Expression): void {
  for (let at: Expression | undefined = value; at !== undefined;) {
    names.set(at, name);
    if (at.kind === "Call" && wrapsRows(at)) for (const arg of at.args.slice(0, 1)) noteChain(names, name, arg.value);
    if (at.kind === "Call" && at.callee.kind === "Attribute") at = at.callee.object;
    else at = at.kind === "Attribute" ? at.object : undefined;
  }
}

/** Variables and attributes, the outermost first; not functions that are called, nor indices. */
function namesIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  const pending: Expression[] = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name") names.push(next.id);
    else if (next.kind === "Attribute") {
      names.push(next.name);
      pending.push(next.object);
    } else if (next.kind === "Subscript") {
      const index = indexName(next.index);
      if (index === undefined) pending.push(next.object);
      else names.push(index);
    } else if (next.kind === "Call") {
      if (next.callee.kind === "Attribute") pending.push(next.callee.object);
      pending.push(...next.args.map((arg) => arg.value));
    } else pushParts(next, pending);
  }
  return names;
}

/** `rows[valid_idx]`, `rows.iloc[test_rows, :]`: an index of rows that says what it is for names what it takes. */
function indexName(index: Expression): string | undefined {
  const rows = index.kind === "Sequence" && index.form === "tuple" ? index.items[0] : index;
  const name = rows?.kind === "Name" ? rows.id : rows?.kind === "Attribute" ? rows.name : undefined;
  return name !== undefined && isRowIndex.test(name) && roleOfName(name) !== undefined ? name : undefined;
}

const isRowIndex = /(^|_)(idx|idxs|inds?|index|indexes|indices|ids|mask|rows|fold)$|(index|idx|ids)$/i;
