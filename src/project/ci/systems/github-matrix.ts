import type { Variables } from "../model.js";
import { child, entriesOf, itemsOf, textOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** The legs are counted by multiplying, so that a large matrix is cut off. */
const mostLegs = 200;

/** The values of a matrix in each of its legs, as `matrix.name`. A matrix that an expression makes has none that are known. */
export function githubLegs(matrix: Tree | undefined): readonly Variables[] {
  let legs: readonly Variables[] = [{}];
  for (const [name, values] of entriesOf(matrix)) {
    if (name === "include" || name === "exclude" || values.kind !== "list") continue;
    const items = values.items.map((item) => flattened(`matrix.${name}`, item));
    if (items.length > 0) legs = legs.flatMap((leg) => items.map((item) => ({ ...leg, ...item }))).slice(0, mostLegs);
  }
  const excluded = itemsOf(child(matrix, "exclude")).map(legOf);
  const kept = legs.filter((leg) => !excluded.some((one) => matches(leg, one)));
  const isProduct = Object.keys(legs[0] ?? {}).length > 0;
  let all: readonly Variables[] = isProduct ? kept : [];
  for (const include of itemsOf(child(matrix, "include")).map(legOf)) {
    const shared = Object.fromEntries(Object.entries(include).filter(([name]) => Object.hasOwn(legs[0] ?? {}, name)));
    const isExtra = !isProduct || !kept.some((leg) => matches(leg, shared));
    all = isExtra ? [...all, include] : all.map((leg) => (matches(leg, shared) ? { ...leg, ...include } : leg));
  }
  return all.length > 0 ? all : [{}];
}

function legOf(tree: Tree): Variables {
  const found: Record<string, string> = {};
  for (const [name, value] of entriesOf(tree)) Object.assign(found, flattened(`matrix.${name}`, value));
  return found;
}

function flattened(name: string, tree: Tree): Variables {
  const text = textOf(tree);
  if (text !== undefined) return { [name]: text };
  const found: Record<string, string> = {};
  for (const [key, value] of entriesOf(tree)) Object.assign(found, flattened(`${name}.${key}`, value));
  return found;
}

function matches(leg: Variables, part: Variables): boolean {
  return Object.entries(part).every(([name, value]) => leg[name] === value);
}
