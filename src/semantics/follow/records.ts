import type { Expression } from "../../syntax/expressions.js";
import { inheritedClasses } from "../code/class-attributes.js";
import { memo } from "../code/memo.js";
import { setField } from "./run.js";
import { cell } from "./store.js";
import type { CallArguments, Entity, UserClass } from "../values.js";

/** `State(net, optimizer)` of a data class or a named tuple: its fields take the arguments, in the order in which they are declared. */
export function fillRecord(object: Entity, owner: UserClass, { positional, named }: CallArguments): void {
  const classes = inheritedClasses(owner);
  if (!classes.some(isRecord)) return;
  // What a class inherits comes first.
  const names = [...new Set(classes.toReversed().flatMap((one) => fieldsOf(one)))];
  for (const [index, name] of names.entries()) {
    const value = named.get(name) ?? positional[index];
    if (value !== undefined) setField(object, name, cell(value));
  }
}

const isRecord = memo(
  ({ form, bases }: UserClass): boolean =>
    form.decorators.some((decorator) => /^(dataclass|define|frozen|attrs?)$/.test(nameOf(decorator))) ||
    bases.some(
      (base) => base.kind === "symbol" && /^(typing\.NamedTuple|pydantic\.(\w+\.)?BaseModel)$/.test(base.path),
    ),
);

function nameOf(decorator: Expression): string {
  if (decorator.kind === "Call") return nameOf(decorator.callee);
  return decorator.kind === "Attribute" ? decorator.name : decorator.kind === "Name" ? decorator.id : "";
}

/** The annotated names of a class body, in order. */
const fieldsOf = memo(({ form }: UserClass): readonly string[] =>
  form.body.flatMap((statement) => {
    const [target] = statement.kind === "Assign" && statement.annotation !== undefined ? statement.targets : [];
    return target?.kind === "Name" ? [target.id] : [];
  }),
);
