import { child, entriesOf, itemsOf, textOf } from "../../ci/tree-access.js";
import type { Tree } from "../../ci/yaml-tree.js";
import { entriesOfTree } from "../yaml-entries.js";

/** A stage as DVC runs it once: with what its name gets, and what `${item}` stands for. */
export interface Legs {
  readonly stage: Tree;
  readonly suffix: string;
  readonly values: ReadonlyMap<string, string>;
}

const mostLegs = 30;

/** The runs of a stage: one, or one for each item of its `foreach` or each combination of its `matrix`. */
export function legsOf(stage: Tree, variables: ReadonlyMap<string, string>): readonly Legs[] {
  const body = child(stage, "do");
  const each = child(stage, "foreach");
  if (each !== undefined && body !== undefined) return orOne(foreachLegs(each, body, variables), body);
  const matrix = child(stage, "matrix");
  return matrix === undefined ? [{ stage, suffix: "", values: new Map() }] : orOne(matrixLegs(matrix, stage), stage);
}

/** What only the run knows is one leg without values. */
function orOne(legs: readonly Legs[], stage: Tree): readonly Legs[] {
  return legs.length > 0 ? legs.slice(0, mostLegs) : [{ stage, suffix: "", values: new Map() }];
}

function foreachLegs(each: Tree, stage: Tree, variables: ReadonlyMap<string, string>): readonly Legs[] {
  const leg = (key: string, item: Tree): Legs => ({
    stage,
    suffix: `@${key}`,
    values: new Map([["key", key], ...valuesOf(item, "item")]),
  });
  if (each.kind === "map") return entriesOf(each).map(([key, item]) => leg(key, item));
  if (each.kind === "list") return each.items.map((item, index) => leg(textOf(item) ?? String(index), item));
  // A list or a map of the variables: `foreach: ${models}`.
  const name = /^\$\{\s*([\w.]+)\s*\}$/.exec(each.text)?.[1];
  if (name === undefined) return [];
  const items = new Map<string, [string, string][]>();
  for (const [key, value] of variables) {
    if (!key.startsWith(`${name}.`)) continue;
    const [first = "", ...rest] = key.slice(name.length + 1).split(".");
    items.set(first, [...(items.get(first) ?? []), [["item", ...rest].join("."), value]]);
  }
  return [...items].map(([key, values]) => {
    const plain = values.length === 1 && values[0]?.[0] === "item" && /^\d+$/.test(key) ? values[0][1] : key;
    return { stage, suffix: `@${plain}`, values: new Map([["key", key], ...values]) };
  });
}

function matrixLegs(matrix: Tree, stage: Tree): readonly Legs[] {
  let legs: readonly Legs[] = [{ stage, suffix: "", values: new Map() }];
  for (const [axis, items] of entriesOf(matrix)) {
    legs = legs
      .flatMap((leg) =>
        itemsOf(items).map((item, index) => {
          const label = textOf(item) ?? `${axis}${index}`;
          const suffix = leg.suffix === "" ? `@${label}` : `${leg.suffix}-${label}`;
          return { ...leg, suffix, values: new Map([...leg.values, ...valuesOf(item, `item.${axis}`)]) };
        }),
      )
      .slice(0, mostLegs);
  }
  return legs[0]?.suffix === "" ? [] : legs;
}

function valuesOf(item: Tree, name: string): readonly (readonly [string, string])[] {
  return entriesOfTree(item, name).flatMap(({ key, value }) => (value === null ? [] : [[key, String(value)] as const]));
}
