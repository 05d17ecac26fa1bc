import type { Step } from "./lineage.js";
import { argument, alternatives, type Entity, type Value } from "../values.js";

/** The frames or arrays that a call puts below one another; empty where it does something else. */
export function stackedIn({ origin }: Entity): readonly Value[] {
  if (origin.how !== "call") return [];
  const { path, args, method, receiver } = origin;
  if (path !== undefined && stacking.test(path)) {
    const axis = argument(args, 1, "axis") ?? args.named.get("dim");
    if (axis?.kind === "literal" && axis.value !== 0 && axis.value !== "index") return [];
    return membersOf(args.positional[0] ?? args.named.get("objs"), 0);
  }
  return method === "append" && receiver !== undefined && receiver.kind === "entity" && isFrame(receiver)
    ? [receiver, ...args.positional.flatMap((value) => membersOf(value, 0))]
    : [];
}

const stacking =
  /^(pandas\.concat|numpy\.(concatenate|vstack|r_|append)|torch\.(cat|concat|vstack)|scipy\.sparse\.(\w+\.)*vstack|torch\.utils\.data\.ConcatDataset|datasets\.concatenate_datasets|tensorflow\.concat)$/;

function isFrame({ type }: Entity): boolean {
  return type?.startsWith("pandas.") === true;
}

/** The members of `[a, b]`, of `[a] + [b] * 3` and of what was appended to a list. A member that is repeated comes twice. */
function membersOf(value: Value | undefined, depth: number): readonly Value[] {
  if (value === undefined || depth > 6) return [];
  if (value.kind === "tuple") return value.items;
  if (value.kind !== "entity") return [];
  const { origin } = value;
  if (origin.how === "container") return value.items ?? [];
  if (origin.how !== "operation" || value.from.length < 2) return [];
  if (origin.operator === "+") return value.from.flatMap((part) => membersOf(part, depth + 1));
  if (origin.operator !== "*") return [];
  const members = value.from.flatMap((part) => membersOf(part, depth + 1));
  return [...members, ...members];
}

/** Is a value put below others on the way from there to where the walk began? */
export function isStackedBelow(step: Step): boolean {
  for (let at = step.below; at !== undefined; at = at.below) if (stackedIn(at.entity).length > 0) return true;
  return false;
}

/** What remains of a value when copies, and new names for it, are taken away. */
export function original(value: Value, depth = 0): Value {
  const [only, ...others] = alternatives(value);
  if (only?.kind !== "entity" || others.length > 0 || depth > 8) return value;
  const { origin } = only;
  if (origin.how !== "call") return only;
  const isCopy = origin.method !== undefined && /^(copy|clone|reset_index|sample|sort_values)$/.test(origin.method);
  const isPart = origin.method === "sample" && !isShuffle(origin.args.named.get("frac"));
  return isCopy && !isPart && origin.receiver !== undefined ? original(origin.receiver, depth + 1) : only;
}

function isShuffle(fraction: Value | undefined): boolean {
  return fraction?.kind === "literal" && fraction.value === 1;
}
