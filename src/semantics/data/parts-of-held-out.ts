import type { Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import { eachStatement } from "../code/visit.js";
import type { Model } from "../model.js";
import { roleOfPlainName } from "./named-roles.js";

/** `rest["train"]`, where `rest = parts["test"].train_test_split(...)`: what is for training there is held out of the first split. */
export function isPartOfHeldOut(model: Model, at: Expression): boolean {
  return at.kind === "Subscript" && at.object.kind === "Name" && splitsOfHeldOut(model).has(at.object.id);
}

const splitsOfHeldOut = perModel((model): ReadonlySet<string> => {
  const found = new Set<string>();
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value?.kind !== "Call") return;
    const { callee } = statement.value;
    if (callee.kind !== "Attribute" || !/split$/.test(callee.name)) return;
    const role = roleOfPlainName(callee.object);
    if (role !== "test" && role !== "validation") return;
    for (const target of statement.targets) if (target.kind === "Name") found.add(target.id);
  });
  return found;
});
