import type { Expression } from "../../syntax/expressions.js";
import { orderOf } from "../code/call-order.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Model } from "../model.js";
import { writtenArgument } from "../code/written-arguments.js";
import { nameGiven, roleByName, roleOfName } from "./own-names.js";
import { roleOfLiteral } from "./named-roles.js";
import { partsIn, purposeOf, type Purpose } from "./splits.js";
import { eachStatement, pushParts } from "../code/visit.js";

/**
 * What the data that a call makes are for: by the name, key or function that they are given to, by what the loop around the call is at,
 * by the part of a split that goes in, by a literal (`train=False`, `split="val"`), else by what the arguments are called.
 * Undefined where nothing is said, or two things.
 */
export function purposeOfCall(model: Model, event: CallEvent): Purpose | undefined {
  return (
    purposeGiven(event) ?? purposeAround(model, event) ?? purposeOfArguments(model, event) ?? purposeOfFunction(event)
  );
}

/** `val_set = ...`, `sets["val"] = ...`, or the same in a caller that is handed the result. */
function purposeGiven(event: CallEvent): Purpose | undefined {
  let made: Expression | undefined = event.call;
  for (let frame: Frame | undefined = event.frame; made !== undefined && frame !== undefined; frame = frame.caller) {
    const name = nameGiven(frame.unit.form, made);
    const purpose = name === undefined ? undefined : roleOfName(name);
    if (purpose !== undefined) return purpose;
    if (!isReturned(frame, made, name)) return undefined;
    made = frame.call;
  }
  return undefined;
}

/** Is the value what the function returns, under the name that it has there? */
function isReturned(frame: Frame, made: Expression, name: string | undefined): boolean {
  let found = false;
  for (const statement of frame.closure?.form.body ?? []) {
    if (statement.kind !== "Return" || statement.value === undefined) continue;
    found ||= statement.value === made || (statement.value.kind === "Name" && statement.value.id === name);
  }
  return found;
}

/** `for phase in ["train", "val"]: sets[phase] = ...` in the turn for "val", or a comprehension over such names. */
function purposeAround(model: Model, event: CallEvent): Purpose | undefined {
  const { loops, call, frame } = event;
  for (let loop = loops; loop !== undefined; loop = loop.parent) {
    const { target } = loop;
    if (target?.kind === "literal" && typeof target.value === "string") {
      const purpose = roleOfName(target.value);
      if (purpose !== undefined) return purpose;
    }
  }
  let made: Expression | undefined = call;
  for (let at: Frame | undefined = frame; at !== undefined && made !== undefined; at = at.caller) {
    const purpose = at.unit.form === model.form ? purposeOfTurn(model, made, at, event) : undefined;
    if (purpose !== undefined) return purpose;
    made = at.call;
  }
  return undefined;
}

/**
 * A comprehension makes one for each name in a list: the turn that is run says which, where each is run by itself;
 * else what is the same in all of them is the held-out one's too.
 */
function purposeOfTurn(model: Model, made: Expression, at: Frame, event: CallEvent): Purpose | undefined {
  const names = namesAround(model, made);
  const purposes = names.map((name) => roleOfName(name));
  const heldOut = purposes.findLast((purpose) => purpose !== undefined && purpose !== "train");
  if (heldOut === undefined) return undefined;
  const turns = model.allCalls.filter(({ call, frame }) => call === made && frame === at);
  const order = orderOf(model, event);
  const turn = turns.findLastIndex((other) => orderOf(model, other) <= order);
  return turns.length === names.length ? purposes[turn] : heldOut;
}

/** The names that the comprehension around a call goes through. */
function namesAround(model: Model, call: Expression): readonly string[] {
  let found: readonly string[] = [];
  const pending: Expression[] = [];
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined) return;
    if (statement.start > call.start || statement.end < call.end) return;
    pending.push(statement.value);
  });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.start > call.start || next.end < call.end) continue;
    if (next.kind === "Comprehension") {
      for (const { iterable } of next.clauses) {
        if (iterable.kind !== "Sequence") continue;
        found = iterable.items.flatMap((item) =>
          item.kind === "Literal" && typeof item.value === "string" ? [item.value] : [],
        );
      }
    }
    pushParts(next, pending);
  }
  return found;
}

function purposeOfArguments(model: Model, event: CallEvent): Purpose | undefined {
  const { args } = event;
  const parts = [...args.positional, ...args.named.values()].flatMap((value) => partsIn(model, value));
  const purposes = new Set(parts.map((part) => purposeOf(model, part)));
  if (purposes.size > 0) return purposes.size === 1 ? [...purposes][0] : undefined;
  const said = new Set([...flags(event), ...event.call.args.flatMap((arg) => namesOf(event, arg.value) ?? [])]);
  return said.size === 1 ? [...said][0] : undefined;
}

/** `train=False`, `subset="validation"`, `is_train=True`. */
function flags({ args }: CallEvent): readonly Purpose[] {
  const found: Purpose[] = [];
  for (const [name, value] of args.named) {
    if (value.kind !== "literal") continue;
    if (/^(is_?)?train(ing)?$/.test(name) && typeof value.value === "boolean")
      found.push(value.value ? "train" : "test");
    else if (/^(split|subset|mode|phase|partition|stage|fold|image_set|set)$/.test(name)) {
      const purpose = roleOfLiteral(value);
      if (purpose !== undefined) found.push(purpose);
    }
  }
  return found;
}

/** What an argument is called: `val_files`, `"data/val"`, `os.path.join(root, "val")`; a transform's name says nothing of the rows. */
function namesOf({ frame }: CallEvent, expression: Expression): Purpose | undefined {
  const written = writtenArgument(frame, expression);
  const text = written.frame.unit.form.text.slice(written.expression.start, written.expression.end);
  if (/trans|aug|tfm|collate|pipeline|(^|_)tfs?$/i.test(text)) return undefined;
  return purposeOfExpression(frame, expression) ?? purposeOfPath(written.expression);
}

/** By its names; a parameter that says nothing is called what the caller calls it. */
export function purposeOfExpression(frame: Frame, expression: Expression): Purpose | undefined {
  const own = roleByName(expression);
  if (own !== undefined) return own;
  const written = writtenArgument(frame, expression);
  return written.expression === expression ? undefined : roleByName(written.expression);
}

function purposeOfPath(expression: Expression): Purpose | undefined {
  const said = new Set<Purpose>();
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const texts = next.kind === "Literal" ? [next.value] : next.kind === "Template" ? next.texts : [];
    for (const text of texts) {
      const purpose = typeof text === "string" && text.length < 200 ? roleOfName(text) : undefined;
      if (purpose !== undefined) said.add(purpose);
    }
    pushParts(next, pending);
  }
  return said.size === 1 ? [...said][0] : undefined;
}

/** `def val_dataloader(self): return DataLoader(...)`. */
function purposeOfFunction({ frame }: CallEvent): Purpose | undefined {
  const name = frame.closure?.form.name;
  return name === undefined || !/loader|dataset|data|_ds$|_dl$|generator/i.test(name) ? undefined : roleOfName(name);
}
