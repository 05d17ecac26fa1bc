import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import { assignmentsTo, hierarchyOf } from "../code/class-attributes.js";
import type { UserClass } from "../values.js";

/**
 * Is an attribute only ever a part of a batch that a method is handed, moved to a device at most: `self.gt = data["gt"].to(device)`?
 * Then no gradient goes on through it, and not to the object that holds it.
 */
export function isPartOfBatch(owner: UserClass, name: string): boolean {
  const assigned = hierarchyOf(owner)?.flatMap((one) => assignmentsTo(one, name)) ?? [];
  return assigned.length > 0 && assigned.every(({ method, value }) => value !== undefined && isTakenOut(method, value));
}

const moving = /^(to|cuda|cpu|float|half|double|long|int|bool|contiguous|clone|detach|squeeze|unsqueeze|pin_memory)$/;

function isTakenOut(method: FunctionForm, value: Expression): boolean {
  let isPart = /feed|input|batch|data/.test(method.name ?? "");
  for (let at = value; ;) {
    if (at.kind === "Call" && at.callee.kind === "Attribute" && moving.test(at.callee.name)) at = at.callee.object;
    else if (at.kind === "Subscript") {
      isPart = true;
      at = at.object;
    } else {
      const { params } = method;
      return (
        isPart && at.kind === "Name" && params.slice(1).some((param) => at.kind === "Name" && param.name === at.id)
      );
    }
  }
}
