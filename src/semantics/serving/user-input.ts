import {
  knownOfSender,
  notText,
  requestGlobals,
  requestHolders,
  requestNames,
  requestTypes,
  sentParts,
} from "../../knowledge/web-frameworks.js";
import type { ClassStatement, FunctionForm, Parameter } from "../../syntax/form.js";
import type { Entity, Value } from "../values.js";
import { handlerKind, type HandlerKind } from "./handlers.js";

/** Is a value what somebody outside wrote: a part of a request, a message, a parameter of a handler that a framework fills from one? */
export function isUserInput(value: Value): boolean {
  if (value.kind === "symbol") return requestGlobals.test(value.path);
  if (value.kind !== "entity") return false;
  const { origin } = value;
  if (origin.how === "call" && origin.path !== undefined && requestGlobals.test(origin.path)) return true;
  const way = wayTo(value);
  if (way === undefined) return false;
  const { names, parameter } = way;
  if (names.some((name) => knownOfSender.test(name) || isIdentifier(name)) || isIdentifier(parameter.name))
    return false;
  const kind = handlerKind(parameter.unit, parameter.form);
  return kind !== undefined && isSent(parameter, names, kind);
}

/** Ids are no text that anybody makes up freely. */
function isIdentifier(name: string): boolean {
  return /(^|_)(id|uuid|slug)$|[a-z](Id|Uuid)$/.test(name);
}

interface GivenParameter {
  readonly name: string;
  readonly form: FunctionForm;
  readonly unit: Entity["unit"];
  readonly class: ClassStatement | undefined;
}

/** The parameter that a value is read off, with the names on the way. */
function wayTo(entity: Entity): { readonly parameter: GivenParameter; readonly names: readonly string[] } | undefined {
  const names: string[] = [];
  let at: Value = entity;
  for (let depth = 0; depth < 12; depth++) {
    if (at.kind === "union") at = at.options.find((option) => option.kind === "entity") ?? at;
    if (at.kind !== "entity") return undefined;
    const { origin, unit }: Entity = at;
    if (origin.how === "parameter") {
      return { parameter: { name: origin.name, form: origin.function, unit, class: at.class?.form }, names };
    }
    if (origin.how === "attribute") {
      names.unshift(origin.name);
      at = origin.of;
    } else if (origin.how === "index") {
      if (origin.by.kind === "Literal") names.unshift(String(origin.by.value));
      at = origin.of;
    } else if (origin.how === "call" && origin.method !== undefined && origin.receiver !== undefined) {
      const [first] = origin.args.positional;
      if (first?.kind === "literal" && typeof first.value === "string") names.unshift(first.value);
      names.unshift(origin.method);
      at = origin.receiver;
    } else if (origin.how === "element") {
      at = origin.of;
    } else return undefined;
  }
  return undefined;
}

function isSent(given: GivenParameter, names: readonly string[], kind: HandlerKind): boolean {
  const declared = given.form.params.find(({ name }) => name === given.name);
  const { text, language } = given.unit.form;
  const annotation =
    declared?.annotation === undefined ? "" : text.slice(declared.annotation.start, declared.annotation.end);
  const isRequest =
    given.name === "" ||
    requestNames.test(given.name) ||
    (requestTypes.test(annotation) && /Request$|Context$|WebSocket/.test(annotation));
  if (isRequest && !(kind === "decorated" && isBody(given))) return names.length > 0 && isPartSent(names);
  switch (kind) {
    case "decorated":
      return language === "python"
        ? declared !== undefined && isFilledIn(text, declared, annotation) && isTextField(given, names)
        : isDecoratedParameter(text, given);
    case "message":
      return given.form.params[0]?.name === given.name;
    case "action":
      return !notText.test(annotation);
    case "request":
      return false;
  }
}

/** A request of a class of the project's own is the body of one: `async def ask(request: Question)`. */
function isBody(given: GivenParameter): boolean {
  return given.class !== undefined;
}

function isPartSent(names: readonly string[]): boolean {
  const first = names.find((name) => !requestHolders.test(name));
  return first !== undefined && sentParts.test(first);
}

/** What FastAPI and Flask fill in from the request: not what they inject, and no numbers. */
function isFilledIn(text: string, { defaultValue, start, end }: Parameter, annotation: string): boolean {
  const written = text.slice(start, end);
  if (defaultValue !== undefined && /\b(Depends|Security|Header|Cookie)\s*\(/.test(written)) return false;
  return !notText.test(annotation.replace(/^Optional\[(.*)\]$/, "$1").replace(/\s*\|\s*None$/, ""));
}

/** A field of a class of the project is what its annotation says; one that is a number or a choice is no free text. */
function isTextField(given: GivenParameter, names: readonly string[]): boolean {
  const [field] = names;
  const { text: source } = given.unit.form;
  if (given.class?.bases.some((base) => /Enum$/.test(source.slice(base.start, base.end))) === true) return false;
  if (given.class === undefined || field === undefined) return true;
  for (const statement of given.class.body) {
    if (statement.kind !== "Assign" || statement.annotation === undefined) continue;
    const [target] = statement.targets;
    if (target?.kind !== "Name" || target.id !== field) continue;
    const { text } = given.unit.form;
    const type = text.slice(statement.annotation.start, statement.annotation.end).replace(/\s*\|\s*None$/, "");
    return /^(str|Annotated\[str|list|List|dict|Dict|Optional\[str|constr|Any\b)/.test(type);
  }
  return true;
}

/** Nest's `@Body() body: AskDto`. */
function isDecoratedParameter(text: string, { form, name }: GivenParameter): boolean {
  const head = text.slice(form.start, form.body[0]?.start ?? form.end);
  return new RegExp(`@(Body|Query|Param|MessageBody|Payload)\\([^)]*\\)\\s*(readonly\\s+)?${name}\\b`).test(head);
}
