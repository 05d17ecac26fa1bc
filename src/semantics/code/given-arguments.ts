import type { Expression } from "../../syntax/expressions.js";
import type { CallEvent } from "../follow/run.js";
import type { Value } from "../values.js";
import { eachStatementInScope } from "./visit.js";

/** An argument as it is written and as it is. */
export interface GivenArgument {
  readonly name: string | undefined;
  readonly expression: Expression;
  readonly value: Value;
}

/** The arguments of a call with the expressions that give them; those behind a star are left out. */
export function givenArguments({ call, args }: CallEvent): readonly GivenArgument[] {
  const found: GivenArgument[] = [];
  let position = 0;
  let isPlain = true;
  for (const { name, spread, value: expression } of call.args) {
    if (spread === "sequence") isPlain = false;
    if (spread !== "none") continue;
    const value = name === undefined ? (isPlain ? args.positional[position++] : undefined) : args.named.get(name);
    if (value !== undefined) found.push({ name, expression, value });
  }
  return found;
}

/** An argument by position or name, as it is and as it is written; one out of a dict of arguments is written as the dict. */
export function givenAs(
  event: CallEvent,
  index: number | undefined,
  ...names: readonly string[]
): { readonly value: Value; readonly expression: Expression } | undefined {
  for (const name of names) {
    const value = event.args.named.get(name);
    if (value === undefined) continue;
    const written = givenArguments(event).find((given) => given.name === name)?.expression;
    const spread = event.call.args.find((arg) => arg.spread === "mapping")?.value;
    const expression = written ?? spread;
    if (expression !== undefined) return { value, expression };
  }
  const value = index === undefined ? undefined : event.args.positional[index];
  if (value === undefined) return undefined;
  const written = givenArguments(event).find((given) => given.value === value && given.name === undefined);
  return written === undefined ? undefined : { value, expression: written.expression };
}

/** `options["validation_data"] = rows` before `fit(x, y, **options)`: where an argument out of a dict is set by itself. */
export function setByKey({ call, unit, frame }: CallEvent, isNamed: (name: string) => boolean): Expression | undefined {
  const dict = call.args.find(({ spread }) => spread === "mapping")?.value;
  if (dict?.kind !== "Name") return undefined;
  let found: Expression | undefined;
  eachStatementInScope(frame.closure?.form.body ?? unit.form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.start > call.start) return;
    const isSet = statement.targets.some(
      (target) =>
        target.kind === "Subscript" &&
        target.object.kind === "Name" &&
        target.object.id === dict.id &&
        target.index.kind === "Literal" &&
        isNamed(String(target.index.value)),
    );
    if (isSet) found = statement.value;
  });
  return found;
}
