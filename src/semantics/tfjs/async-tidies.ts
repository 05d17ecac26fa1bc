import type { Call, Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import { surroundingsOf } from "../code/surroundings.js";
import { uniqueCalls } from "../code/unique.js";
import { eachStatementInScope } from "../code/visit.js";
import type { Model } from "../model.js";
import { alternatives } from "../values.js";
import { eventsByCall } from "./making.js";
import { givesPromise } from "./promises.js";

/** A tidy whose function gives a promise: because it is async, or by what it returns. */
export interface AsyncTidy {
  readonly call: Call;
  readonly promise: Expression | undefined;
}

export function asyncTidies(model: Model): readonly AsyncTidy[] {
  return uniqueCalls(model.calls.filter(({ path }) => path === "@tensorflow/tfjs.tidy")).flatMap(
    ({ call, args }): readonly AsyncTidy[] => {
      const given = alternatives(args.positional.at(-1)).filter((value) => value.kind === "closure");
      if (given.some(({ form }) => form.isAsync)) return [{ call, promise: undefined }];
      const promise = given
        .filter(({ unit }) => unit.path === model.path)
        .map(({ form }) => promiseReturned(model, form))
        .find((found) => found !== undefined);
      return promise === undefined ? [] : [{ call, promise }];
    },
  );
}

function promiseReturned(model: Model, form: FunctionForm): Expression | undefined {
  let found: Expression | undefined;
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind === "Return" && statement.value !== undefined && isPromise(model, statement.value))
      found ??= statement.value;
  });
  return found;
}

/** A call that gives a promise, or what `then` makes of one. */
function isPromise(model: Model, value: Expression): boolean {
  if (value.kind !== "Call") return false;
  const { callee } = value;
  if (callee.kind === "Attribute" && callee.name === "then") return isPromise(model, callee.object);
  return (
    surroundingsOf(model.form).statements.has(value) && eventsByCall(model).get(value)?.every(givesPromise) === true
  );
}
