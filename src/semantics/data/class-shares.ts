import { mostClasses, rareShare, timesRarer } from "../../knowledge/class-imbalance.js";
import type { Call } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import type { CallEvent } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";
import type { Model } from "../model.js";
import { printedCounts, type ClassCount, type CountForm } from "../notebook/printed-counts.js";
import { shownCalls, type ShownCall } from "../notebook/shown-calls.js";
import type { Value } from "../values.js";
import { columnOfFrame, isSameRoot, rootOfClasses, type ClassRoot } from "./class-roots.js";
import { sharesByMaking } from "./made-classes.js";

/** How often the classes of a column are, and where that is known from. */
export interface ClassShares {
  readonly column: string | undefined;
  readonly rarest: ClassCount;
  readonly commonest: ClassCount;
  /** The sum of all counts: the number of rows where rows were counted, else about one or a hundred. */
  readonly total: number;
  readonly knownBy: "stored output" | "code";
  readonly call: Call;
  readonly unit: Pick<Unit, "path">;
}

/** How often each class is among the answers; undefined where neither an output nor the code tells. */
export function sharesOf(model: Model, answers: Value | undefined): ClassShares | undefined {
  const root = rootOfClasses(answers);
  if (root === undefined) return undefined;
  const printed = printedShares(model).find((one) => isSameRoot(one.root, root));
  if (printed !== undefined) return printed.shares;
  const made = sharesByMaking(model, root);
  return made === undefined ? undefined : summary(made.classes, root.column, { ...made, knownBy: "code" });
}

export function isImbalanced({ rarest, commonest, total }: ClassShares): boolean {
  return rarest.count < rareShare * total && commonest.count >= timesRarer * rarest.count;
}

/** Is a constant answer right for nearly all rows? */
export function isMostlyOne(shares: ClassShares): boolean {
  return isImbalanced(shares) && shares.commonest.count > (1 - rareShare) * shares.total;
}

interface Printed {
  readonly root: ClassRoot;
  readonly shares: ClassShares;
}

/** What a cell that counts classes put out. With more or fewer counts in its outputs than calls that count, nobody knows which is whose. */
const printedShares = perModel((model): readonly Printed[] => {
  if (model.form.notebook === undefined) return [];
  const events = new Map(model.calls.map((event) => [event.call, event]));
  const counts = shownCalls(model).flatMap((shown) => countedBy(events.get(shown.call), shown) ?? []);
  return counts.flatMap((count): Printed[] => {
    const alike = counts.filter(({ shown, form }) => shown.cell === count.shown.cell && form === count.form);
    const tables = count.shown.cell.outputs.flatMap((text) => printedCounts(text, count.form));
    const table = tables[alike.indexOf(count)];
    if (table === undefined || tables.length !== alike.length) return [];
    const { root } = count;
    if (table.column !== undefined && root.column !== undefined && table.column !== root.column) return [];
    const { call, unit } = count.event;
    const classes = table.classes.filter((one) => one.count > 0);
    const shares = summary(classes, root.column ?? table.column, { call, unit, knownBy: "stored output" });
    return shares === undefined ? [] : [{ root, shares }];
  });
});

interface Count {
  readonly event: CallEvent;
  readonly shown: ShownCall;
  readonly root: ClassRoot;
  readonly form: CountForm;
}

function countedBy(event: CallEvent | undefined, shown: ShownCall): Count | undefined {
  const counting = event === undefined ? undefined : countingOf(event);
  if (event === undefined || counting?.root === undefined) return undefined;
  return { event, shown, root: counting.root, form: shown.isDict ? "dict" : counting.form };
}

/** `y.value_counts()`, `rows.groupby("y").size()`, `np.bincount(y)`, `np.unique(y, return_counts=True)`, `Counter(y)`. */
function countingOf(event: CallEvent): { readonly root: ClassRoot | undefined; readonly form: CountForm } | undefined {
  const { path, method, receiver, args } = event;
  const [first] = args.positional;
  if (path === "numpy.bincount") return { root: rootOfClasses(first), form: "array" };
  if (path === "collections.Counter") return { root: rootOfClasses(first), form: "dict" };
  if (path === "numpy.unique")
    return args.named.has("return_counts") ? { root: rootOfClasses(first), form: "arrays" } : undefined;
  if (path === "pandas.value_counts") return { root: rootOfClasses(first), form: "series" };
  if (method === "value_counts" && receiver !== undefined) {
    if (args.named.has("bins") || args.named.has("subset")) return undefined;
    const column = first?.kind === "literal" && typeof first.value === "string" ? first.value : undefined;
    const root = column === undefined ? rootOfClasses(receiver) : columnOfFrame(receiver, column);
    return { root, form: "series" };
  }
  if (method !== "size" || receiver?.kind !== "entity" || receiver.origin.how !== "call") return undefined;
  const { method: grouping, receiver: frame, args: by } = receiver.origin;
  const [column] = by.positional;
  if (grouping !== "groupby" || column?.kind !== "literal" || typeof column.value !== "string") return undefined;
  return { root: columnOfFrame(frame, column.value), form: "series" };
}

function summary(
  classes: readonly ClassCount[],
  column: string | undefined,
  known: Pick<ClassShares, "call" | "unit" | "knownBy">,
): ClassShares | undefined {
  if (classes.length < 2 || classes.length > mostClasses) return undefined;
  const [rarest, ...others] = [...classes].sort((a, b) => a.count - b.count);
  const commonest = others.at(-1);
  if (rarest === undefined || commonest === undefined) return undefined;
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  const { call, unit, knownBy } = known;
  return { column, rarest, commonest, total, call, unit, knownBy };
}
