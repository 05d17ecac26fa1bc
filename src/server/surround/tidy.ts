import { canonicalModule } from "../../knowledge/modules.js";
import { usedLibraries } from "../../semantics/code/libraries.js";
import { surroundingsOf } from "../../semantics/code/surroundings.js";
import { targetNames } from "../../semantics/follow/environment.js";
import type { Model } from "../../semantics/model.js";
import { fateOf } from "../../semantics/tfjs/fates.js";
import { eventsByCall, isTidied, makesTensor } from "../../semantics/tfjs/making.js";
import type { Expression } from "../../syntax/expressions.js";
import type { Assign, FormModule, Statement } from "../../syntax/form.js";
import { endOfLine, indentUnit } from "../text-lines.js";
import { leaves, writesOutside } from "./reach.js";
import { holds, indentLines, type SelectedStatements } from "./selection.js";
import type { Surrounding } from "./surrounding.js";

/**
 * Gives back what a selection makes and nobody needs after it: `tf.tidy(() => { ... })`, which hands out what is used
 * below. Undefined for code that makes no tensor, that waits for something or leaves, and for code that puts a tensor
 * where it is needed later: into a variable, an object or a function of the code around.
 */
export function surroundTidy(model: Model, selected: SelectedStatements): Surrounding | undefined {
  const { form } = model;
  const { lines, indent, statements } = selected;
  if (form.language !== "typescript" || !usedLibraries(form).has("@tensorflow/tfjs")) return undefined;
  const making = model.calls.filter((event) => holds(lines, event.call) && makesTensor(event));
  if (making.length === 0 || making.some((event) => isTidied(model, event))) return undefined;
  if (leaves(form, selected) || writesOutside(form, selected)) return undefined;
  const declarations = statements.flatMap((one) => (one.kind === "Assign" && one.declares !== undefined ? [one] : []));
  const used = usedOutside(form, selected, declarations);
  const isKept = making.some(({ call }) => {
    const statement = surroundingsOf(form).statements.get(call);
    return !declares(statement, used) && fateOf(model, form, call) === "kept";
  });
  const tidy = tidyName(model);
  if (tidy === undefined || isKept || !used.every((name) => canBeHandedOut(model, name, declarations)))
    return undefined;

  const eol = endOfLine(form.text);
  const semicolon = /;[ \t]*(?:\/\/.*)?$/m.test(form.text) ? ";" : "";
  const inner = indent + indentUnit(form.text, form.language);
  const handedOut = used.length > 1 ? `{ ${used.join(", ")} }` : used[0];
  const keyword =
    (["var", "let"] as const).find((word) => declarations.some((one) => one.declares === word)) ?? "const";
  const target = handedOut === undefined ? "" : `${keyword} ${handedOut} = `;
  const result = handedOut === undefined ? "" : `${inner}return ${handedOut}${semicolon}${eol}`;
  const [first, ...others] = indentLines(form, selected);
  const header = `${indent}${target}${tidy}(() => {${eol}${first?.newText ?? ""}`;
  return {
    title: `Surround with \`${tidy}()\``,
    edits: [
      { start: lines.start, end: lines.start, newText: header },
      ...others,
      { start: lines.end, end: lines.end, newText: `${eol}${result}${indent}})${semicolon}` },
    ],
  };
}

function declares(statement: Statement | undefined, names: readonly string[]): boolean {
  return statement?.kind === "Assign" && [...namesOf(statement)].some((name) => names.includes(name));
}

function namesOf({ targets }: Assign): ReadonlySet<string> {
  const names = new Set<string>();
  for (const target of targets) targetNames(target, names);
  return names;
}

/** What the selection declares and the code around it names, in order. */
function usedOutside(
  form: FormModule,
  { lines, block }: SelectedStatements,
  declarations: readonly Assign[],
): readonly string[] {
  const scope = block === form.body ? form.text.length : (block.at(-1)?.end ?? 0);
  const from = block === form.body ? 0 : (block[0]?.start ?? 0);
  const exported = block === form.body ? (/\bexport\s*\{[^}]*\}/.exec(form.text)?.[0] ?? "") : "";
  return declarations.flatMap((declaration) =>
    [...namesOf(declaration)].filter((name) => {
      const uses = surroundingsOf(form).names.get(name) ?? [];
      if (uses.some((use) => !holds(lines, use) && from <= use.start && use.end <= scope)) return true;
      return exported.split(/[\s{},]+/).includes(name);
    }),
  );
}

/** A tidy can give tensors and plain values, and nothing else: no model, no variable, no function. */
function canBeHandedOut(model: Model, name: string, declarations: readonly Assign[]): boolean {
  const declaration = declarations.find((one) => namesOf(one).has(name));
  return declaration?.value !== undefined && isTensorOrPlain(model, declaration.value);
}

function isTensorOrPlain(model: Model, value: Expression): boolean {
  switch (value.kind) {
    case "Literal":
    case "Template":
    case "Comparison":
    case "Operation":
      return true;
    case "Sequence":
      return value.items.every((item) => isTensorOrPlain(model, item));
    case "Subscript":
      return isTensorOrPlain(model, value.object);
    case "Attribute":
      return /^(?:shape|size|rank|dtype|length)$/.test(value.name);
    case "Call":
      if (value.callee.kind === "Attribute" && /^(?:data|array)Sync$/.test(value.callee.name)) return true;
      return eventsByCall(model).get(value)?.every(makesTensor) === true;
    default:
      return false;
  }
}

/** What `tidy` is called here: as a function of the library's other functions are, or as it is imported. */
function tidyName(model: Model): string | undefined {
  for (const { path, call } of model.calls) {
    const { callee } = call;
    if (callee.kind !== "Attribute" || callee.object.kind !== "Name") continue;
    if (path === `@tensorflow/tfjs.${callee.name}`) return `${callee.object.id}.tidy`;
  }
  for (const statement of model.form.body) {
    if (statement.kind !== "Import" || canonicalModule(statement.module) !== "@tensorflow/tfjs") continue;
    const whole = statement.names.find(({ imported }) => imported === undefined || imported === "default");
    const own = statement.names.find(({ imported }) => imported === "tidy");
    if (own !== undefined || whole !== undefined) return own?.local ?? `${whole?.local ?? ""}.tidy`;
  }
  return undefined;
}
