import type { Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import { surroundingsOf } from "../code/surroundings.js";
import type { Model } from "../model.js";
import { isUserInput } from "../serving/user-input.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { completionsOf, type Completion } from "./completions.js";
import { systemTextsOf, type SystemText } from "./system-texts.js";

/** What a sender wrote, as it stands in the text of the system. */
export interface InsertedInput {
  readonly at: Expression;
  readonly completion: Completion;
}

export const insertedInputs = perModel((model): readonly InsertedInput[] =>
  completionsOf(model).flatMap((completion) =>
    systemTextsOf(model, completion).flatMap((text) =>
      insertedIn(model, text).map((at): InsertedInput => ({ at, completion })),
    ),
  ),
);

type Part = SystemText;

/** The expressions of the checked file by which input comes into a text. */
function insertedIn(model: Model, text: SystemText): readonly Expression[] {
  const found = new Set<Expression>();
  const seen = new Set<Value>();
  const pending: Part[] = [text];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    for (const value of alternatives(part.value)) {
      if (seen.has(value)) continue;
      seen.add(value);
      if (isUserInput(value)) {
        const at = part.at ?? (value.kind === "entity" ? value.site : undefined);
        if (at !== undefined && isInFile(model, at) && !isChecked(model, at)) found.add(at);
      } else if (value.kind === "tuple") {
        const written = part.at;
        const items = written?.kind === "Sequence" ? written.items : undefined;
        value.items.forEach((item, index) => pending.push({ value: item, at: items?.[index] ?? written }));
      } else if (value.kind === "entity" && seen.size < mostParts) pending.push(...partsOf(model, value, part.at));
    }
  }
  return [...found];
}

const mostParts = 200;

/** What other files put together has no place in the checked one. */
function isInFile({ form }: Model, at: Expression): boolean {
  return surroundingsOf(form).statements.has(at);
}

/** What a text is put together from, with the expressions that do it. */
function partsOf(model: Model, entity: Entity, at: Expression | undefined): readonly Part[] {
  const { origin, site, from, unit } = entity;
  const isHere = unit.path === model.path;
  const place = (inner: Expression | undefined): Expression | undefined => (isHere ? (inner ?? at) : at);
  switch (origin.how) {
    case "unknown":
      return site?.kind === "Template" ? from.map((value, index) => ({ value, at: place(site.parts[index]) })) : [];
    case "operation":
      return operands(entity, place, at);
    case "container":
      return [
        ...from.map((value, index) => ({
          value,
          at: place(site?.kind === "Sequence" ? site.items[index] : undefined),
        })),
        ...[...model.heldBy(entity)].map((value) => ({ value, at })),
      ];
    case "attribute":
    case "element":
    case "index":
    case "slice":
      return isParameter(origin.of) ? [] : [{ value: origin.of, at }];
    case "call":
      return given(entity, place, at);
    default:
      return [];
  }
}

/** What is read off a parameter is input by itself or not at all: a request has fields of many kinds. */
function isParameter(value: Value): boolean {
  return value.kind === "entity" && value.origin.how === "parameter";
}

function operands(
  { origin, site, from }: Entity,
  place: (inner: Expression | undefined) => Expression | undefined,
  at: Expression | undefined,
): readonly Part[] {
  if (origin.how !== "operation") return [];
  if (/^(and|or|\?\?)=?$/.test(origin.operator)) return from.map((value) => ({ value, at }));
  if (!/^[+%]=?$/.test(origin.operator)) return [];
  if (site?.kind === "Operation" && site.operands.length === from.length)
    return from.map((value, index) => ({ value, at: place(site.operands[index]) }));
  // `text += note`: the site is what is added.
  return from.map((value, index) => ({ value, at: index === from.length - 1 ? place(site) : at }));
}

const formats = /^(format|format_map|replace|replaceAll|concat|substitute|safe_substitute)$/;
const joins = /^(join)$/;
const handsOn =
  /^(trim\w*|strip|lstrip|rstrip|slice|substring|substr|toLowerCase|toUpperCase|lower|upper|title|capitalize|toString|get|getAll|json|text|split|pop|at|normalize|decode|encode|dict|model_dump|lines|splitlines)$/;
const readers =
  /^(globals\.(String|JSON\.(parse|stringify)|decodeURIComponent|structuredClone|Object\.\w+)|builtins\.(str|repr)|json\.(loads|dumps)|textwrap\.\w+|urllib\.parse\.unquote\w*)$/;

/** What a call hands on of what it is given: formatting, joining, trimming, reading JSON. */
function given(
  { origin }: Entity,
  place: (inner: Expression | undefined) => Expression | undefined,
  at: Expression | undefined,
): readonly Part[] {
  if (origin.how !== "call") return [];
  const { path, args, call } = origin;
  const { method, receiver } = methodOf(origin.method, origin.receiver);
  if (path !== undefined && readers.test(path)) return args.positional.map((value) => ({ value, at }));
  if (method === undefined || receiver === undefined) return [];
  if (handsOn.test(method)) return [{ value: receiver, at }];
  if (joins.test(method)) return [receiver, ...args.positional].map((value) => ({ value, at }));
  if (!formats.test(method)) return [];
  // `input.replace("<", "")` cleans, `template.replace("{name}", input)` inserts.
  const isTemplate = method !== "replace" && method !== "replaceAll" ? true : !isInput(receiver);
  const written = [...args.positional.map((_, index) => call.args[index]?.value)];
  const named = [...args.named].map(([name, value]) => ({
    value,
    at: place(call.args.find((arg) => arg.name === name)?.value),
  }));
  if (!isTemplate) return [];
  return [
    { value: receiver, at },
    ...args.positional.map((value, index) => ({ value, at: place(written[index]) })),
    ...named,
  ];
}

/** A method of a text that is written out has the text behind an attribute: `"Be {}".format(tone)`. */
function methodOf(
  method: string | undefined,
  receiver: Value | undefined,
): { readonly method: string | undefined; readonly receiver: Value | undefined } {
  if (method !== undefined || receiver?.kind !== "entity" || receiver.origin.how !== "attribute")
    return { method, receiver };
  return { method: receiver.origin.name, receiver: receiver.origin.of };
}

function isInput(value: Value): boolean {
  return alternatives(value).some(isUserInput);
}

/** `if (!languages.includes(language)) return`, `if tone not in TONES`: somebody made sure that it is one of a few. */
function isChecked(model: Model, at: Expression): boolean {
  const written = model.text(at).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (written.length > 80) return false;
  return new RegExp(
    `\\b(includes|has|hasOwn|indexOf)\\(\\s*${written}\\b|(?<!for )${written}\\s+(not\\s+)?in\\s|\\b${written}\\s*!==?\\s*["']`,
  ).test(model.form.text);
}
