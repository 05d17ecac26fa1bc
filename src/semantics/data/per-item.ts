import { memo } from "../code/memo.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { eachExpression } from "../code/visit.js";
import type { CallEvent, Frame, LoopFrame } from "../follow/run.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { rowKeepingSources } from "./rows.js";

/**
 * Is what a call works on one item among many, which a loop or a comprehension takes or makes and something outside puts
 * together: an image, a file, a group? Its statistics are its own, wherever it is split off later.
 */
export function isPerItem(event: CallEvent, data: Value, later: CallEvent): boolean {
  const bases = basesOf(data, 0);
  if (bases.some((base) => base.origin.how === "element" && base.origin.index === undefined)) return true;
  if (bases.length === 0) return false;
  const outer = new Set<unknown>();
  for (let loop = later.loops; loop !== undefined; loop = loop.parent) outer.add(loop.loop);
  for (let loop: LoopFrame | undefined = event.loops; loop !== undefined; loop = loop.parent) {
    const { firstId } = loop;
    if (!outer.has(loop.loop) && bases.every((base) => base.id >= firstId)) return true;
  }
  return isInComprehension(event, bases);
}

/** What the rows are in the end, when columns, casts and the like are taken away. */
function basesOf(value: Value, depth: number): readonly Entity[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind !== "entity") return [];
    const sources = depth > 20 ? [] : rowKeepingSources(option);
    const bases = sources.flatMap((source) => basesOf(source, depth + 1));
    return bases.length === 0 ? [option] : bases;
  });
}

function isInComprehension(event: CallEvent, bases: readonly Entity[]): boolean {
  let at: Expression = event.call;
  for (let frame: Frame | undefined = event.frame; frame !== undefined; frame = frame.caller) {
    const around = comprehensionsOf(frame.unit.form).find((span) => span.start <= at.start && at.end <= span.end);
    if (around !== undefined) {
      const entered = at !== event.call;
      const { unit } = frame;
      return bases.every(
        (base) =>
          (entered && base.unit !== unit) ||
          (base.site !== undefined &&
            base.unit === unit &&
            around.start <= base.site.start &&
            base.site.end <= around.end) ||
          (entered && isWithin(base, event.frame)),
      );
    }
    if (frame.call === undefined) return false;
    at = frame.call;
  }
  return false;
}

/** Is it made in the body of a function? */
function isWithin({ site }: Entity, { closure }: Frame): boolean {
  const body = closure?.form.body;
  const [first, last] = [body?.[0], body?.at(-1)];
  return (
    site !== undefined && first !== undefined && last !== undefined && first.start <= site.start && site.end <= last.end
  );
}

const comprehensionsOf = memo((form: FormModule): readonly Expression[] => {
  const found: Expression[] = [];
  eachExpression(form.body, (expression) => {
    if (expression.kind === "Comprehension") found.push(expression);
  });
  return found;
});
