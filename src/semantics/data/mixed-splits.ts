import type { Call, Expression } from "../../syntax/expressions.js";
import { areExclusive } from "../code/exclusive.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { lineageOf } from "./lineage.js";
import { sharesAllRows } from "./rows.js";
import { isSame } from "./same-rows.js";
import { splitsOf, type Split } from "./split-events.js";
import { partsIn, type Part } from "./splits.js";
import { alternatives, type Value } from "../values.js";

/** Two splits of the same rows that are not the same split, with parts of both used together. */
export interface MixedSplits {
  readonly at: Expression;
  readonly first: Call;
  /** True where features and target are split by a call each. */
  readonly isMismatched: boolean;
}

/** Every second split whose parts meet those of another, once each. */
export function mixedSplits(model: Model): readonly MixedSplits[] {
  const splits = splitsOf(model).filter(({ isFolds, isRandom }) => !isFolds && isRandom !== false);
  if (splits.length < 2) return [];
  const found = new Map<Expression, MixedSplits>();
  const add = (a: Split, b: Split, isMismatched: boolean): void => {
    const [first, second] = splits.indexOf(a) < splits.indexOf(b) ? [a, b] : [b, a];
    const places = placesOf(model, first.event, second.event);
    if (places !== undefined && !found.has(places.at)) found.set(places.at, { ...places, isMismatched });
  };
  const actors = new Map<unknown, { readonly split: Split; readonly part: Part }[]>();
  for (const event of model.allCalls) {
    const given = partsGiven(model, splits, event);
    if (given.length === 0) continue;
    const [one, other] = given;
    if (one !== undefined && other !== undefined && isOneUse(event) && areMismatched(model, one, other)) {
      add(one.split, other.split, true);
      continue;
    }
    for (const actor of actorsOf(event)) {
      const trained = actors.get(actor) ?? [];
      actors.set(actor, trained);
      const fresh = given.filter(({ part }) => part.role === "train");
      if (isFit(event)) trained.length = 0;
      if (fresh.length > 0 && !isScore(event)) trained.push(...fresh);
      for (const { part, split } of given) {
        if (part.role !== "test") continue;
        const clash = trained.find((use) => use.split !== split && areSameRows(model, use.split, split));
        const isOwn = trained.some((use) => use.split === split);
        if (clash !== undefined && !isOwn && differ(model, clash.split, split)) add(clash.split, split, false);
      }
    }
  }
  return [...found.values()];
}

/** The parts among a call's arguments, with the splits that made them. */
function partsGiven(
  model: Model,
  splits: readonly Split[],
  { args }: CallEvent,
): readonly { readonly split: Split; readonly part: Part }[] {
  return [...args.positional, ...args.named.values()].flatMap((value) =>
    partsIn(model, value).flatMap((part) => {
      const split = splitBehind(splits, part);
      return split === undefined ? [] : [{ split, part }];
    }),
  );
}

/** The split that made a part, in the very context: a helper that splits is called more than once. */
function splitBehind(splits: readonly Split[], part: Part): Split | undefined {
  let call: Value | undefined = part.entity;
  for (let steps = 0; call?.kind === "entity" && steps < 6; steps++) {
    const { origin }: typeof call = call;
    if (origin.how === "call") {
      const { args } = origin;
      const found = splits.find(({ event }) => event.args === args);
      if (found !== undefined) return found;
    }
    call = origin.how === "element" || origin.how === "index" ? alternatives(origin.of)[0] : undefined;
  }
  const same = splits.filter(({ at }) => at === part.at);
  return same.length === 1 ? same[0] : undefined;
}

/** Fitting and scoring take features and target that belong together. */
function isOneUse({ method, path }: CallEvent): boolean {
  return (
    /^(fit|partial_fit|score|evaluate|train)$/.test(method ?? "") || /(TensorDataset|DMatrix|Pool)$/.test(path ?? "")
  );
}

type Given = ReturnType<typeof partsGiven>[number];

function areMismatched(model: Model, one: Given, other: Given): boolean {
  if (one.split === other.split || one.part.role !== other.part.role) return false;
  if (areSameRows(model, one.split, other.split) && one.split.data.length > 1 && other.split.data.length > 1)
    return false;
  return one.split.isRandom === true && other.split.isRandom === true && differ(model, one.split, other.split);
}

function actorsOf({ receiver, callee }: CallEvent): readonly Value[] {
  const called = callee?.kind === "entity" ? callee : receiver;
  return alternatives(called).filter((option) => option.kind === "entity");
}

function isFit({ method }: CallEvent): boolean {
  return method === "fit" || method === "fit_predict";
}

function isScore({ method }: CallEvent): boolean {
  return /^(score|predict\w*|evaluate|transform|decision_function)$/.test(method ?? "");
}

function areSameRows(model: Model, one: Split, other: Split): boolean {
  const [a, b] = [one.data[0], other.data[0]];
  if (a === undefined || b === undefined) return false;
  // A split of the training part is no other split of the whole.
  if (wholeOf(model, a) !== wholeOf(model, b)) return false;
  if (a === b || sharesAllRows(model, a, b) || sharesAllRows(model, b, a)) return true;
  // A helper that reads and splits reads the same again.
  if (one.at === other.at && a.kind === "entity" && b.kind === "entity" && a.site === b.site) return true;
  return isSame(a, b) && isRead(model, a) && isRead(model, b);
}

/** What is drawn is drawn anew each time. */
function isRead(model: Model, rows: Value): boolean {
  return lineageOf(model, rows).some(
    ({ entity: { origin } }) =>
      origin.how === "call" && /(^|\.)(read_\w+|load|loadtxt|load_\w+|fetch_\w+)$/.test(origin.path ?? ""),
  );
}

function wholeOf(model: Model, rows: Value): string {
  return partsIn(model, rows)
    .map(({ split, role }) => `${split} ${role}`)
    .join();
}

/** Do two splits draw other rows? The same number seeds the same draw; a seed that nobody knows may be the same. */
function differ(model: Model, one: Split, other: Split): boolean {
  if (areExclusive(one.event, other.event)) return false;
  const [a, b] = [seedOf(one.seed), seedOf(other.seed)];
  if (a === "unknown" || b === "unknown") return false;
  if (a === undefined && b === undefined) return seedings(model) < 2;
  // Two numbers that are computed may be the same one.
  const isComputed = [a, b].some((seed) => typeof seed === "number") && a !== undefined && b !== undefined;
  return a !== b && !isComputed;
}

/** Undefined where there is none; of one that is computed, the object that it is. */
function seedOf(seed: Value | undefined): string | number | undefined {
  if (seed === undefined) return undefined;
  const [only, ...others] = alternatives(seed);
  if (only === undefined || others.length > 0) return "unknown";
  if (only.kind === "literal") return only.value === null ? undefined : String(only.value);
  if (only.kind !== "entity") return "unknown";
  if (only.origin.how === "call" && only.origin.method === "manual_seed") return seedOf(only.origin.args.positional[0]);
  return only.type === "torch.Generator" ? "unknown" : only.id;
}

/** Seeding again before each split makes them the same. */
function seedings(model: Model): number {
  return model.allCalls.filter(({ path, method }) =>
    /(\.|^)(seed|manual_seed|seed_everything|set_seed)$/.test(path ?? method ?? ""),
  ).length;
}

/** The two splits; where one call makes both, the calls of the helper around it. */
function placesOf(
  model: Model,
  first: CallEvent,
  second: CallEvent,
): { readonly first: Call; readonly at: Call } | undefined {
  if (first.call !== second.call) {
    const isHere = first.unit.form === model.form && second.unit.form === model.form;
    return isHere ? { first: first.call, at: second.call } : undefined;
  }
  let [a, b] = [first.frame, second.frame];
  while (a.call === b.call && a.caller !== undefined && b.caller !== undefined) [a, b] = [a.caller, b.caller];
  if (a.call === undefined || b.call === undefined || a.call === b.call) return undefined;
  const isHere = a.caller?.unit.form === model.form && b.caller?.unit.form === model.form;
  return isHere ? { first: a.call, at: b.call } : undefined;
}
