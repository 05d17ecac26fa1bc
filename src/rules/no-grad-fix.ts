import type { ForwardPass } from "../semantics/torch/forward-passes.js";
import { graphOf } from "../semantics/torch/graph.js";
import { localName } from "../semantics/code/local-names.js";
import type { Model } from "../semantics/model.js";
import { statementsAround } from "../semantics/code/statements-around.js";
import type { Statement } from "../syntax/form.js";
import type { Span } from "../syntax/span.js";
import type { Report, ReportEdit } from "./rule.js";
import { suggest } from "./wording.js";

/** Switches gradients off around a pass: for the whole function where nothing in it trains, else for the statement that holds it. */
export function noGradFix(model: Model, { event }: ForwardPass): NonNullable<Report["fixes"]> {
  const torch = localName(model.form, "torch");
  if (torch === undefined) return [];
  const trained = graphOf(model).backwards.map((backward) => backward.event.call);
  const { closure } = event.frame;
  if (closure !== undefined && !closure.form.isLambda && !contains(closure.form, trained)) {
    const edit = decorate(model, closure.form, `@${torch}.no_grad()`);
    if (edit !== undefined) return suggest(`Decorate with \`@${torch}.no_grad()\``, edit);
  }
  const statement = statementsAround(model.form, event.call).find((around) => !contains(around, trained));
  const edit = statement === undefined ? undefined : wrap(model, statement, `with ${torch}.no_grad():`);
  return suggest(`Run under \`${torch}.no_grad()\``, edit);
}

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
