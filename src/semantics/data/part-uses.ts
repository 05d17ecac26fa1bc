import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { isForRowsOfCallers } from "./rows-of-callers.js";
import { partsIn, reachOfParts, type Part } from "./splits.js";
import type { Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** A part of a split that a call is given. */
export interface PartUse {
  readonly event: CallEvent;
  readonly value: Value;
  readonly part: Part;
}

/** What is done with the sides of splits, in order of execution; one side alone counts only where nothing else can be meant. */
export const usesOfParts = perModel(findUses);

/** The parts that a value is of, without slices and the like of which the other side is nowhere used. */
export function realPartsIn(model: Model, value: Value | undefined): readonly Part[] {
  const parts = partsIn(model, value);
  if (parts.every((part) => !part.needsOther)) return parts;
  const used = new Set(usesOfParts(model).map(({ part }) => part.split));
  return parts.filter((part) => !part.needsOther || used.has(part.split));
}

function findUses(model: Model): readonly PartUse[] {
  const uses: PartUse[] = [];
  const sides = new Map<string, Set<string>>();
  const mayCount = countingReach(model);
  for (const event of model.calls) {
    for (const value of givenTo(event)) {
      if (!mayCount(value)) continue;
      const parts = partsIn(model, value);
      for (const part of parts) {
        uses.push({ event, value, part });
        if (part.needsOther && part.role === "train" && (!isFitting(model, event, part) || holdsBoth(parts, part)))
          continue;
        const seen = sides.get(part.split);
        if (seen === undefined) sides.set(part.split, new Set([part.role]));
        else seen.add(part.role);
      }
    }
  }
  return uses.filter(
    ({ part, event }) => (!part.needsOther || sides.get(part.split)?.size === 2) && !isForRowsOfCallers(model, event),
  );
}

/** Tells where a part may be found that counts: one that needs its other side has both, and something is fitted on the one. */
function countingReach(model: Model): (value: Value) => boolean {
  const { mayHoldPart, leadingTo, met } = reachOfParts(model);
  const holding = new Set(model.calls.flatMap((event) => givenTo(event).filter((value) => mayHoldPart(value))));
  if (holding.size === 0) return () => false;
  const reaching = (counts: (part: Part) => boolean): ((value: Value) => boolean) =>
    leadingTo([...met].flatMap(([entity, part]) => (counts(part) ? [entity] : [])));
  const paired = pairedSplits(met.values());
  // Most slices have no other side anywhere, which is quicker to see than where they lead.
  const mayBePaired = paired.size === 0 ? () => false : reaching(({ split }) => paired.has(split));
  const fitted = new Set<string>();
  for (const event of model.calls) {
    for (const value of givenTo(event)) {
      const parts = holding.has(value) && mayBePaired(value) ? partsIn(model, value) : [];
      for (const part of parts) {
        if (!part.needsOther || part.role !== "train" || !paired.has(part.split)) continue;
        if (isFitting(model, event, part) && !holdsBoth(parts, part)) fitted.add(part.split);
      }
    }
  }
  const mayCount = reaching((part) => !part.needsOther || fitted.has(part.split));
  return (value) => holding.has(value) && mayCount(value);
}

/** The splits by slices and the like of which both sides are there. */
function pairedSplits(parts: Iterable<Part>): ReadonlySet<string> {
  const trained = new Set<string>();
  const held = new Set<string>();
  for (const { split, role, needsOther } of parts) {
    if (role === "test") held.add(split);
    else if (needsOther) trained.add(split);
  }
  return new Set([...trained].filter((split) => held.has(split)));
}

/** Put together again from both sides, as what is worked out piece by piece is. */
function holdsBoth(parts: readonly Part[], { split, role }: Part): boolean {
  return parts.some((other) => other.split === split && other.role !== role);
}

function givenTo({ path, args }: CallEvent): readonly Value[] {
  return path !== undefined && onlyLooks.has(path) ? [] : [...args.positional, ...args.named.values()];
}

/**
 * Slices, masks and samples are sides of a split where something is fitted on the one. A tensor is made of anything:
 * of rows to train on where their name says so, or where something is trained at all, but hardly of those that a mask picks.
 */
function isFitting(model: Model, { method, path }: CallEvent, { name, split }: Part): boolean {
  if (method !== undefined && /^(partial_)?(fit|train)(_\w+)?$/.test(method)) return true;
  if (path === undefined) return false;
  if (/(Dataset|DMatrix|Pool|DataLoader|from_tensor_slices)$/.test(path)) return true;
  if (!/(tensor|from_numpy|Tensor)$/.test(path)) return false;
  return name !== undefined || (trainsSomething(model) && !split.startsWith("mask|"));
}

const trainsSomething = perModel((model) =>
  model.allCalls.some(
    ({ method, path }) => method === "backward" || method === "fit" || /^torch\.optim\./.test(path ?? ""),
  ),
);

const onlyLooks = new Set(["builtins.print", "builtins.len", "builtins.type", "builtins.isinstance", "builtins.repr"]);
