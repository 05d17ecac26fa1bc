import type { Call, Expression } from "../../syntax/expressions.js";
import type { Handler, Statement, Try } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { perModel } from "../code/per-model.js";
import { surroundingsOf } from "../code/surroundings.js";
import { isTestPath } from "../code/test-paths.js";
import { eachStatementInScope, pushExpressions, pushParts } from "../code/visit.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { completionsOf, settingOf, type Completion } from "./completions.js";

/** An error of a streamed answer that nobody hears of. */
export interface SwallowedError {
  /** The `catch` or `except`, or the function that is given the error. */
  readonly at: Span;
  /** The completion whose answer may be cut off. */
  readonly call: Call;
}

export const swallowedErrors = perModel((model): readonly SwallowedError[] => {
  if (isTestPath(model.path)) return [];
  const streams = completionsOf(model).filter((completion) => isStreamed(model, completion));
  if (streams.length === 0) return [];
  return [...inHandlers(model, streams), ...inCallbacks(model, streams)];
});

function isStreamed(model: Model, completion: Completion): boolean {
  if (completion.api.streams) return true;
  const setting = settingOf(model, completion, "stream");
  return setting.state === "set" && setting.value.kind === "literal" && setting.value.value === true;
}

/** `try` around the reading of a stream, with a handler that says nothing of the error. */
function inHandlers(model: Model, streams: readonly Completion[]): readonly SwallowedError[] {
  const names = namesOf(model, streams);
  const found: SwallowedError[] = [];
  for (const statement of surroundingsOf(model.form).blocks.keys()) {
    if (statement.kind !== "Try") continue;
    const call = readIn(model, statement, streams, names);
    if (call === undefined) continue;
    for (const handler of statement.handlers)
      if (catchesStream(model, handler) && isSilent(model, handler.body))
        found.push({ at: keyword(model, handler), call });
  }
  return found;
}

/** The word itself, and the error that it names. */
function keyword(model: Model, handler: Handler): Span {
  const text = model.text(handler);
  const length = /^catch\s*(\([^)]*\))?|^except[^:\n]*/.exec(text)?.[0].trimEnd().length ?? text.length;
  return { start: handler.start, end: handler.start + length };
}

/** The names under which the streams are known, each with its call. */
function namesOf(model: Model, streams: readonly Completion[]): ReadonlyMap<string, Call> {
  const names = new Map<string, Call>();
  const note = (target: Expression, call: Call): void => {
    if (target.kind === "Name" || target.kind === "Attribute") names.set(model.text(target), call);
    else if (target.kind === "Mapping") for (const { value } of target.entries) note(value, call);
    else if (target.kind === "Sequence") for (const item of target.items) note(item, call);
  };
  const callIn = (value: Expression): Call | undefined =>
    streams.find(({ event: { call } }) => value.start <= call.start && call.end <= value.end)?.event.call;
  for (const statement of surroundingsOf(model.form).blocks.keys()) {
    if (statement.kind === "Assign" && statement.value !== undefined && statement.value.kind !== "FunctionExpression") {
      const call = callIn(statement.value);
      if (call !== undefined) for (const target of statement.targets) note(target, call);
    } else if (statement.kind === "With")
      for (const { context, target } of statement.items) {
        const call = callIn(context);
        if (call !== undefined && target !== undefined) note(target, call);
      }
  }
  return names;
}

/** The stream that a `try` reads: in a loop over it, or by a method that waits for its end. */
function readIn(
  model: Model,
  { body }: Try,
  streams: readonly Completion[],
  names: ReadonlyMap<string, Call>,
): Call | undefined {
  const known = (value: Expression | undefined): Call | undefined => {
    if (value === undefined) return undefined;
    const within = streams.find(({ event: { call } }) => value.start <= call.start && call.end <= value.end);
    if (within !== undefined) return within.event.call;
    const text = model.text(value);
    for (const [name, call] of names) if (text === name || text.startsWith(`${name}.`)) return call;
    return undefined;
  };
  let found: Call | undefined;
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "Loop") found ??= known(statement.iterable);
    else if (statement.kind === "With") for (const { context } of statement.items) found ??= known(context);
    else found ??= waitsFor(statement, known);
  });
  return found;
}

const ends =
  /^(finalMessage|finalText|finalContent|finalChatCompletion|get_final_\w+|until_done|done|pipe|pipeTo|consumeStream|toTextStreamResponse)$/;

/** `await stream.finalMessage()`, `yield* stream`. */
function waitsFor(statement: Statement, known: (value: Expression) => Call | undefined): Call | undefined {
  const pending: Expression[] = [];
  pushExpressions(statement, pending);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Call" && next.callee.kind === "Attribute" && ends.test(next.callee.name)) {
      const call = known(next.callee.object);
      if (call !== undefined) return call;
    }
    if (next.kind === "Yield" && next.value?.kind === "Spread") return known(next.value.value);
    pushParts(next, pending);
  }
  return undefined;
}

/** Are errors of the stream among what it catches? A queue that is empty or a reader who has left says nothing of the answer. */
function catchesStream(model: Model, { type }: Handler): boolean {
  return type === undefined || ofStreams.test(model.text(type));
}

const ofStreams =
  /(^|\W)((Base)?Exception|\w*API\w*Error|\w*(Timeout|RateLimit|OpenAI|Anthropic|InternalServer)\w*|APIConnectionError|ConnectionError|RuntimeError|OSError|IOError|(openai|anthropic|litellm|httpx|genai|errors|requests|aiohttp)\.\w+)(\W|$)/;

/** Does it do nothing, or only what it would do after a whole answer? */
function isSilent(model: Model, body: readonly Statement[]): boolean {
  return body.every((statement) => {
    switch (statement.kind) {
      case "Jump":
        return true;
      case "Return":
        return statement.value === undefined || isPlain(model, statement.value);
      case "ExpressionStatement":
        return isEnd(model, statement.expression);
      // The pattern of `catch ({ message })` is no statement that anybody wrote.
      case "Assign":
        return statement.value === undefined;
      default:
        return false;
    }
  });
}

/** What was received so far, or nothing. */
function isPlain(model: Model, value: Expression): boolean {
  if (value.kind === "Literal") return value.value !== false && (typeof value.value !== "string" || value.value === "");
  if (value.kind === "Name") return !/err|fail|fallback|default|false/i.test(value.id);
  return value.kind === "Call" && isEnd(model, value);
}

const closes = /^(end|close|complete|return|done|finish|aclose|terminate|flush)$/;

/** `res.end()`, `controller.close()`, and the mark by which a whole answer ends. */
function isEnd(model: Model, given: Expression): boolean {
  const expression = given.kind === "Await" ? given.value : given;
  if (expression.kind === "Yield") return expression.value !== undefined && isDone(model, expression.value);
  if (expression.kind === "Literal" || (expression.kind === "Name" && expression.id === "undefined")) return true;
  if (expression.kind !== "Call" || expression.callee.kind !== "Attribute") return false;
  const { callee, args } = expression;
  if (closes.test(callee.name) && args.length === 0) return callee.object.kind !== "Call";
  return args.length === 1 && isDone(model, args[0]!.value);
}

function isDone(model: Model, value: Expression): boolean {
  return (
    value.kind !== "Name" &&
    /^[^a-z]*(data:\s*)?\[DONE\][^a-z]*(\\n)*["'`)]*$/i.test(model.text(value).replaceAll("\\n", ""))
  );
}

/** `stream.on("error", () => {})`, `onError() {}`, and a `catch` of the promise. */
function inCallbacks(model: Model, streams: readonly Completion[]): readonly SwallowedError[] {
  const found: SwallowedError[] = [];
  const note = (value: Value | undefined, call: Call): void => {
    for (const one of alternatives(value)) {
      if (one.kind !== "closure" || one.unit.path !== model.path || !isSilent(model, one.form.body)) continue;
      const at = surroundingsOf(model.form).definitions.get(one.form)?.at ?? one.form;
      found.push({ at, call });
    }
  };
  for (const { method, args, receiver } of model.calls) {
    if (method !== "on" && method !== "once" && method !== "catch") continue;
    const stream = streamBehind(receiver, streams);
    if (stream === undefined) continue;
    const [first, second] = args.positional;
    if (method === "catch") note(first, stream);
    else if (first?.kind === "literal" && first.value === "error") note(second, stream);
  }
  for (const { api, event } of streams) {
    const [options] = event.args.positional;
    if (api.sdk !== "vercel" || options?.kind !== "entity" || options.site?.kind !== "Mapping") continue;
    const index = options.site.entries.findIndex(({ key }) => key?.kind === "Literal" && key.value === "onError");
    if (index >= 0) note(options.from[index], event.call);
  }
  return found;
}

function streamBehind(value: Value | undefined, streams: readonly Completion[], depth = 0): Call | undefined {
  for (const one of alternatives(value)) {
    if (one.kind !== "entity" || one.origin.how !== "call" || depth > 6) continue;
    const { call, receiver } = one.origin;
    const own = streams.find(({ event }) => event.call === call)?.event.call;
    const found = own ?? streamBehind(receiver, streams, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
