import { call, canEnter } from "./enter.js";
import type { Run } from "./run.js";
import { noArguments, type Value } from "../values.js";

/**
 * What a name is bound to after one decorator. The workspace's own decorators are followed, so that a wrapper which
 * disables gradients or switches the mode counts; a library's decorator leaves the function as it is.
 */
export function applyDecorator(run: Run, decorator: Value, decorated: Value): Value {
  if (decorator.kind !== "closure" || decorated.kind !== "closure" || !canEnter(run, decorator)) return decorated;
  const result = call(run, decorator, { ...noArguments, positional: [decorated] }, undefined);
  // A wrapper stands for the method that it wraps, so it is bound to the same receiver.
  return result.kind === "closure"
    ? { ...result, owner: decorated.owner, decorators: decorated.decorators.filter((other) => other !== decorator) }
    : decorated;
}
