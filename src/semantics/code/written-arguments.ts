import type { Expression } from "../../syntax/expressions.js";
import type { Frame } from "../follow/run.js";

/** An expression, and the function in which it stands. */
export interface WrittenArgument {
  readonly frame: Frame;
  readonly expression: Expression;
}

/** Where an argument is written first: a parameter that is only handed on stands for what the caller wrote. */
export function writtenArgument(frame: Frame, expression: Expression): WrittenArgument {
  const given = expression.kind === "Name" ? givenFor(frame, expression.id) : undefined;
  return given === undefined || frame.caller === undefined
    ? { frame, expression }
    : writtenArgument(frame.caller, given);
}

/** What the caller wrote for a parameter. */
function givenFor({ closure, call }: Frame, name: string): Expression | undefined {
  if (closure === undefined || call === undefined) return undefined;
  const position = closure.form.params.findIndex((param) => param.name === name);
  if (position < 0) return undefined;
  const named = call.args.find((arg) => arg.name === name);
  const unnamed = call.args.filter((arg) => arg.name === undefined);
  if (unnamed.some((arg) => arg.spread !== "none")) return named?.value;
  const skipped = closure.self === undefined || closure.unit.form.language !== "python" ? 0 : 1;
  return (named ?? unnamed[position - skipped])?.value;
}
