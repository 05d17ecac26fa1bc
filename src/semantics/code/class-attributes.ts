import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import type { UserClass, Value } from "../values.js";
import { eachStatementInScope } from "./visit.js";

/** A class and all that it inherits from, itself first; undefined where a base is out of sight. */
export function hierarchyOf(owner: UserClass): readonly UserClass[] | undefined {
  const classes = inheritedClasses(owner);
  const isWhole = classes.every(({ bases }) => bases.every((base) => base.kind === "class" || isEmptyBase(base)));
  return isWhole ? classes : undefined;
}

function isEmptyBase(base: Value): boolean {
  return base.kind === "symbol" && /^(builtins\.object|abc\.ABC|typing\.(Generic|Protocol))$/.test(base.path);
}

/** A class and those of the workspace that it inherits from, itself first. */
export function inheritedClasses(owner: UserClass): readonly UserClass[] {
  const found = new Set<UserClass>([owner]);
  for (const { bases } of found) for (const base of bases) if (base.kind === "class") found.add(base);
  return [...found];
}

/** The methods that a class has from the classes it inherits from, without those that it replaces; undefined where a base is out of sight. */
export function inheritedMethods(
  owner: UserClass,
): readonly { readonly form: FunctionForm; readonly unit: UserClass["unit"] }[] | undefined {
  const classes = hierarchyOf(owner);
  const replaced = new Set<string | undefined>();
  return classes?.flatMap(({ form, unit }, position) => {
    const methods = form.body.flatMap((member) => (member.kind === "FunctionStatement" ? [member.function] : []));
    const own = methods.filter(({ name }) => !replaced.has(name));
    for (const { name, start, end } of methods) {
      const callsReplaced = unit.form.text.slice(start, end).includes(`).${name ?? ""}(`);
      if (!callsReplaced) replaced.add(name);
    }
    return position === 0 ? [] : own.map((method) => ({ form: method, unit }));
  });
}

/** Something that a method of a class puts into an attribute of its object. */
export interface AttributeAssignment {
  readonly method: FunctionForm;
  /** Undefined where it is one of several that are unpacked, or changed in place. */
  readonly value: Expression | undefined;
}

const assignments = new WeakMap<UserClass["form"], ReadonlyMap<string, readonly AttributeAssignment[]>>();

/** What the methods of a class itself, in any order, put into an attribute: `self.name = value`. */
export function assignmentsTo(owner: UserClass, name: string): readonly AttributeAssignment[] {
  let known = assignments.get(owner.form);
  if (known === undefined) {
    known = collect(owner);
    assignments.set(owner.form, known);
  }
  return known.get(name) ?? [];
}

function collect(owner: UserClass): ReadonlyMap<string, readonly AttributeAssignment[]> {
  const found = new Map<string, AttributeAssignment[]>();
  for (const member of owner.form.body) {
    if (member.kind !== "FunctionStatement") continue;
    const method = member.function;
    const self = owner.unit.form.language === "typescript" ? "this" : method.params[0]?.name;
    const note = (target: Expression, value: Expression | undefined): void => {
      if (target.kind === "Sequence") for (const item of target.items) note(item, undefined);
      if (target.kind !== "Attribute" || target.object.kind !== "Name" || target.object.id !== self) return;
      found.set(target.name, [...(found.get(target.name) ?? []), { method, value }]);
    };
    eachStatementInScope(method.body, (statement) => {
      if (statement.kind !== "Assign") return;
      for (const target of statement.targets)
        note(target, statement.operator === undefined ? statement.value : undefined);
    });
  }
  return found;
}
