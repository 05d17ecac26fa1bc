import type { Span } from "../../syntax/span.js";
import { isFoldSplitter, pairSplitters, shufflesByDefault } from "../../knowledge/sklearn.js";
import { statementsAround } from "../code/statements-around.js";
import { eachStatement } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { original, stackedIn } from "./joins.js";
import { lineageOf, type Step } from "./lineage.js";
import { usesOfParts } from "./part-uses.js";
import { perModel } from "../code/per-model.js";

/** A random split of rows of which the script itself says that some are there twice. */
export interface SplitDuplicates {
  readonly split: CallEvent;
  /** Undefined where it stands in another file. */
  readonly evidence: Span | undefined;
  /** The script made the copies, where otherwise it found them. */
  readonly isMade: boolean;
}

export function splitDuplicatesIn(model: Model): readonly SplitDuplicates[] {
  const found = new Map<unknown, SplitDuplicates>();
  const counts = countsOfDuplicates(model);
  for (const event of model.calls) {
    const source = randomlySplit(event);
    if (source === undefined || found.has(event.call)) continue;
    const steps = lineageOf(model, source);
    const copies = steps.find((step) => isCopied(step));
    if (copies === undefined && counts.length === 0) continue;
    if (steps.some((step) => dropsDuplicates(step)) || isCleanedLater(model)) continue;
    const above = new Set<unknown>(steps.map(({ entity }) => entity));
    const count = counts.find(({ rows }) => rows.some((row) => above.has(row)));
    if (copies === undefined && count === undefined) continue;
    const unit = copies?.entity.unit ?? count?.event.unit;
    const evidence = unit?.form === model.form ? (copies?.entity.site ?? count?.event.call) : undefined;
    found.set(event.call, { split: event, evidence, isMade: copies !== undefined });
  }
  return [...found.values()];
}

/** What a call splits at random. */
function randomlySplit({ path, method, args, receiver }: CallEvent): Value | undefined {
  const [first] = args.positional;
  const shuffle = args.named.get("shuffle");
  const isUnshuffled = shuffle?.kind === "literal" && shuffle.value === false;
  // `Dataset.from_pandas(rows).train_test_split(0.1)`.
  if (method === "train_test_split" && receiver?.kind === "entity") return isUnshuffled ? undefined : receiver;
  if (path === undefined) return undefined;
  if (pairSplitters.has(path)) return isUnshuffled ? undefined : first;
  if (path === "torch.utils.data.random_split") return first;
  if (!isFoldSplitter(path) || receiver?.kind !== "entity" || receiver.origin.how !== "call") return undefined;
  const flag = receiver.origin.args.named.get("shuffle");
  const isShuffled = flag?.kind === "literal" ? flag.value === true : shufflesByDefault(receiver.type ?? "");
  return isShuffled && !/Group/.test(receiver.type ?? "") ? first : undefined;
}

/** `pd.concat([rows, rows])`. */
function isCopied({ entity }: Step): boolean {
  const { origin } = entity;
  if (origin.how !== "call") return false;
  if (origin.path === "numpy.repeat" || origin.path === "numpy.tile") return false;
  const members = stackedIn(entity).map((member) => original(member));
  return members.some(
    (member, index) => member.kind === "entity" && isWhole(member) && members.indexOf(member) !== index,
  );
}

/** Some of the rows again are resampling, which is another matter. */
function isWhole(value: Value): boolean {
  return value.kind === "entity" && value.origin.how !== "index" && value.origin.how !== "slice";
}

function dropsDuplicates({ entity: { origin, from } }: Step): boolean {
  if (origin.how === "call")
    return (
      /^(drop_duplicates|unique|distinct|nunique|groupby|drop)$/.test(origin.method ?? "") &&
      (origin.method !== "drop" || from.some((value) => isAboutDuplicates(value, 0)))
    );
  return origin.how === "index" && from[1] !== undefined && isAboutDuplicates(from[1], 0);
}

/** `~rows.duplicated()`, and a mask kept from before. */
function isAboutDuplicates(value: Value, depth: number): boolean {
  if (value.kind === "union") return value.options.some((option) => isAboutDuplicates(option, depth));
  if (value.kind !== "entity" || depth > 6) return false;
  if (value.origin.how === "call" && /^(duplicated|drop_duplicates|unique)$/.test(value.origin.method ?? ""))
    return true;
  return value.from.some((part) => isAboutDuplicates(part, depth + 1));
}

/** Are rows of one part that the other has as well taken out by hand (`test[~test.text.isin(train.text)]`)? */
const isCleanedLater = perModel((model) =>
  usesOfParts(model).some(({ event: { method, path } }) => method === "isin" || path === "numpy.isin"),
);

interface Count {
  readonly event: CallEvent;
  readonly rows: readonly Value[];
}

/** Calls by which a script looks at how many rows are there twice, and does nothing about it there. */
function countsOfDuplicates(model: Model): readonly Count[] {
  return model.allCalls.flatMap((event) => {
    const { method, receiver, args } = event;
    if (receiver?.kind !== "entity" || (method !== "duplicated" && method !== "drop_duplicates")) return [];
    if (receiver.origin.how === "attribute" && /^(index|columns)$/.test(receiver.origin.name)) return [];
    if (isByKey(args.named.get("subset") ?? args.positional[0])) return [];
    if (method === "drop_duplicates" && !isOnlyCounted(event)) return [];
    return isActedOn(event) ? [] : [{ event, rows: rowsOf(receiver) }];
  });
}

/** A column of the rows stands for them. */
function rowsOf(receiver: Value): readonly Value[] {
  if (receiver.kind !== "entity") return [];
  const { origin } = receiver;
  return origin.how === "index" || origin.how === "attribute" ? [receiver, ...rowsOf(origin.of)] : [receiver];
}

/** The same person or day twice is no copy of a row. */
function isByKey(subset: Value | undefined): boolean {
  if (subset === undefined) return false;
  if (subset.kind === "literal") return typeof subset.value === "string" && keys.test(subset.value);
  const items = subset.kind === "tuple" ? subset.items : subset.kind === "entity" ? subset.items : undefined;
  return items !== undefined && items.length > 0 && items.some((item) => isByKey(item));
}

const keys = /(^|_)(id|ids|uuid|key|user|patient|subject|customer|session|group|date|time|timestamp|day)$|[a-z]I[dD]$/i;

/** `len(rows.drop_duplicates())`, `rows.drop_duplicates().shape`, or a result that nobody takes. */
function isOnlyCounted({ call, args, unit }: CallEvent): boolean {
  if (args.named.has("inplace")) return false;
  const statement = statementsAround(unit.form, call).at(-1);
  if (statement?.kind === "ExpressionStatement" && statement.expression === call) return true;
  const before = unit.form.text.slice(Math.max(0, call.start - 4), call.start);
  const after = unit.form.text.slice(call.end, call.end + 6);
  return before === "len(" || after === ".shape";
}

/** A check that stops the script, or goes on to something else. */
function isActedOn({ call, unit }: CallEvent): boolean {
  const around = statementsAround(unit.form, call);
  const innermost = around.at(-1);
  if (innermost?.kind === "Assert") return true;
  if (innermost?.kind !== "Branch") return false;
  const kinds = new Set<string>();
  eachStatement(innermost.body, ({ kind }) => kinds.add(kind));
  return kinds.has("Raise") || /\bexit\(/.test(unit.form.text.slice(innermost.start, innermost.end));
}
