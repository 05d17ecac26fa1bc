import { frames } from "../semantics/code/frames.js";
import { perModel } from "../semantics/code/per-model.js";
import type { Frame } from "../semantics/follow/run.js";
import { forwardPasses, type ForwardPass } from "../semantics/torch/forward-passes.js";
import { graphOf } from "../semantics/torch/graph.js";
import { localName } from "../semantics/code/local-names.js";
import type { Model } from "../semantics/model.js";
import { statementsAround } from "../semantics/code/statements-around.js";
import type { Call } from "../syntax/expressions.js";
import type { Statement } from "../syntax/form.js";
import type { Span } from "../syntax/span.js";
import type { Report, ReportEdit } from "./rule.js";
import { alsoAt, suggest, type Related } from "./wording.js";

/** Switches gradients off around a pass: for the whole function where nothing in it trains, else for the statement that holds it. */
export function noGradFix(model: Model, pass: ForwardPass): NonNullable<Report["fixes"]> {
  const torch = localName(model.form, "torch");
  const place = placeToEvaluate(model, pass);
  if (torch === undefined || place === undefined) return [];
  const trained = [...trainingCalls(model)];
  const { call, frame } = place;
  const { closure } = frame;
  if (closure !== undefined && !closure.form.isLambda && !contains(closure.form, trained)) {
    const edit = decorate(model, closure.form, `@${torch}.no_grad()`);
    if (edit !== undefined) return suggest(`Decorate with \`@${torch}.no_grad()\``, edit);
  }
  const statement = statementsAround(model.form, call).find((around) => !contains(around, trained));
  const edit = statement === undefined ? undefined : wrap(model, statement, `with ${torch}.no_grad():`);
  return suggest(`Run under \`${torch}.no_grad()\``, edit);
}

/** Where the call of a pass trains as well: the call that leads to it for evaluation alone. */
export function evaluationElsewhere(model: Model, pass: ForwardPass): Related {
  const place = placeToEvaluate(model, pass);
  if (place === undefined || place.call === pass.event.call) return [];
  return alsoAt(place.call, place.frame.unit, "It is called for evaluation here, and elsewhere to train.");
}

/** The call to change: the pass itself, or the one just described. */
function placeToEvaluate(
  model: Model,
  { event }: ForwardPass,
): { readonly call: Call; readonly frame: Frame } | undefined {
  const trained = trainingCalls(model);
  let { call }: { call: Call } = event;
  for (const frame of frames(event.frame)) {
    if (!trained.has(call)) return frame.unit.path === model.path ? { call, frame } : undefined;
    if (frame.call === undefined) return undefined;
    call = frame.call;
  }
  return undefined;
}

/** The calls of all that trains, with those that lead there. */
export const trainingCalls = perModel((model): ReadonlySet<Call> => {
  const passes = forwardPasses(model).filter(({ trains }) => trains);
  return new Set([
    ...graphOf(model).backwards.map((backward) => backward.event.call),
    ...passes.flatMap(({ event }) => [event.call, ...[...frames(event.frame)].flatMap(({ call }) => call ?? [])]),
  ]);
});

function contains(outer: Span, inner: readonly Span[]): boolean {
  return inner.some(({ start, end }) => outer.start <= start && end <= outer.end);
}

function decorate({ form: { text } }: Model, { start }: Span, decorator: string): ReportEdit | undefined {
  const indent = lineStart(text, start);
  return /^[ \t]*$/.test(indent) ? { start, end: start, newText: `${decorator}\n${indent}` } : undefined;
}

/** The statement under a header of its own. Strings over several lines would change, and a second statement on the line be cut off. */
function wrap({ form: { text } }: Model, { start, end }: Statement, header: string): ReportEdit | undefined {
  const indent = lineStart(text, start);
  const source = text.slice(start, end);
  if (!/^[ \t]*$/.test(indent) || /"""|'''/.test(source) || text.startsWith("elif", start)) return undefined;
  if (!/^[ \t]*(#.*)?(\r?\n|$)/.test(text.slice(end))) return undefined;
  const inner = source.replace(/\n(?=[^\r\n])/g, "\n    ");
  return { start, end, newText: `${header}\n${indent}    ${inner}` };
}

function lineStart(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}
