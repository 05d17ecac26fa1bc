import { rareInOpenMl } from "../../knowledge/class-imbalance.js";
import { membersOf, onlyEntity } from "../code/members.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { ClassCount } from "../notebook/printed-counts.js";
import { argument, type Value } from "../values.js";
import type { ClassRoot } from "./class-roots.js";

/** The shares of classes that the call which made them says itself. */
export interface MadeClasses extends Pick<CallEvent, "call" | "unit"> {
  readonly classes: readonly ClassCount[];
}

export function sharesByMaking(model: Model, { base, column }: ClassRoot): MadeClasses | undefined {
  const { origin } = base;
  const made = origin.how === "element" && origin.index === 1 ? onlyEntity(origin.of) : base;
  if (made?.origin.how !== "call") return undefined;
  const event = model.allCalls.find(({ result }) => result === made);
  const classes = event === undefined ? undefined : classesMade(event, made === base ? column : "target");
  return event === undefined || classes === undefined ? undefined : { classes, call: event.call, unit: event.unit };
}

function classesMade({ path, args }: CallEvent, column: string | undefined): readonly ClassCount[] | undefined {
  if (column === undefined) return undefined;
  if (path === "sklearn.datasets.make_classification") {
    const weights = numbersIn(args.named.get("weights"));
    const number = args.named.get("n_classes");
    if (weights === undefined || (number !== undefined && number.kind !== "literal")) return undefined;
    const classes = number === undefined ? 2 : Number(number.value);
    const rest = 1 - weights.reduce((sum, weight) => sum + weight, 0);
    const all = weights.length === classes - 1 ? [...weights, rest] : weights;
    return all.length === classes ? numbered(all) : undefined;
  }
  if (path === "imblearn.datasets.make_imbalance") {
    const strategy = args.named.get("sampling_strategy");
    const counts = numbersIn(strategy);
    return counts === undefined ? undefined : numbered(counts, namesOf(strategy));
  }
  if (path !== "sklearn.datasets.fetch_openml" || !/^(?:target|Class)$/.test(column)) return undefined;
  const name = argument(args, 0, "name") ?? args.named.get("data_id");
  const share =
    name?.kind === "literal" && typeof name.value !== "boolean" && name.value !== null
      ? rareInOpenMl.get(name.value)
      : undefined;
  return share === undefined ? undefined : numbered([1 - share, share]);
}

function numbered(counts: readonly number[], names?: readonly string[]): readonly ClassCount[] {
  return counts.map((count, index) => ({ name: names?.[index] ?? String(index), count }));
}

/** The numbers of a list, or of a dict's values; undefined where one is not known. */
function numbersIn(value: Value | undefined): readonly number[] | undefined {
  const items = membersOf(value);
  const numbers = items.flatMap((item) =>
    item.kind === "literal" && typeof item.value === "number" ? [item.value] : [],
  );
  return items.length > 0 && numbers.length === items.length ? numbers : undefined;
}

/** The keys of a dict as they are written. */
function namesOf(value: Value | undefined): readonly string[] | undefined {
  const site = onlyEntity(value)?.site;
  if (site?.kind !== "Mapping") return undefined;
  return site.entries.map(({ key }) => (key?.kind === "Literal" ? String(key.value) : "?"));
}
