import type { Call, Expression } from "../../syntax/expressions.js";
import { inheritedClasses } from "../code/class-attributes.js";
import { memo } from "../code/memo.js";
import { findMember } from "./attributes.js";
import { callTarget } from "./calls.js";
import { call, canEnter } from "./enter.js";
import { makeEntity, setField, type Run } from "./run.js";
import { cell } from "./store.js";
import { factsOf } from "./symbols.js";
import { noArguments, type CallArguments, type Entity, type UserClass, type Value } from "../values.js";

/**
 * `State(net, optimizer)` of a data class or a named tuple: its fields take the arguments, in the order in which they are
 * declared, or what their factory makes.
 */
export function fillRecord(run: Run, object: Entity, owner: UserClass, args: CallArguments, site: Call): void {
  const classes = inheritedClasses(owner);
  if (!classes.some(isRecord)) return;
  // What a class inherits comes first.
  const names = [...new Set(classes.toReversed().flatMap((one) => fieldsOf(one)))];
  let position = 0;
  for (const name of names) {
    const field = fieldCall(run, owner, name);
    const given = isGiven(field) ? (args.named.get(name) ?? args.positional[position++]) : undefined;
    const value = given ?? (field === undefined ? undefined : madeAnew(run, field));
    if (value !== undefined) setField(object, name, cell(value));
  }
  const after = findMember(run, owner, "__post_init__");
  if (after?.kind === "closure" && canEnter(run, after)) call(run, { ...after, self: object }, noArguments, site);
}

type FieldCall = Extract<Entity["origin"], { how: "call" }>;

/** The `field(...)` by which a data class says more of a field than its type. */
function fieldCall(run: Run, owner: UserClass, name: string): FieldCall | undefined {
  const member = findMember(run, owner, name);
  const isField = member?.kind === "entity" && member.origin.how === "call";
  return isField && /^(dataclasses|attrs?)\.(field|ib)$/.test(member.origin.path ?? "") ? member.origin : undefined;
}

function isGiven(field: FieldCall | undefined): boolean {
  const init = field?.args.named.get("init");
  return !(init?.kind === "literal" && init.value === false);
}

/** `field(default_factory=Scaler)` makes a new one for each object; what it calls without writing a call is no call of the file. */
function madeAnew(run: Run, { args, call: site }: FieldCall): Value | undefined {
  const factory = args.named.get("default_factory") ?? args.named.get("factory");
  if (factory === undefined) return undefined;
  if (factory.kind !== "symbol")
    return callTarget(run, { value: factory, receiver: undefined, method: undefined }, noArguments, site);
  const origin = { how: "call", path: factory.path, receiver: undefined, method: undefined, call: site } as const;
  return makeEntity(run, { ...origin, args: noArguments }, site, [], { type: factsOf(factory).type });
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
