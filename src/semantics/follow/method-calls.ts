import type { Call } from "../../syntax/expressions.js";
import { returnsArguments, returnsSelf } from "../../knowledge/torch.js";
import { addContents, fieldCell } from "./assign.js";
import { opaque, record, type Target } from "./calls.js";
import { call, canEnter } from "./enter.js";
import { configuredOptimizers } from "./lightning.js";
import { runCallbacks } from "./library-calls.js";
import { setMode } from "./modes.js";
import { noteAppended } from "./module-lists.js";
import { scriptMethod } from "./script-calls.js";
import { factCell, makeEntity, setFact, subscriptField, type Run } from "./run.js";
import { cell } from "./store.js";
import { alternatives, Mode, type CallArguments, type Entity, type Value } from "../values.js";

/** A method of an object that the workspace does not define: recorded, with its effect on what we keep track of. */
export function methodCall(run: Run, target: Target, args: CallArguments, site: Call): Value {
  const receiver = target.receiver;
  if (receiver?.kind !== "entity" || target.method === undefined) return opaque(run, target, args, site);
  const { method } = target;
  const path = receiver.type === undefined ? undefined : `${receiver.type}.${method}`;
  const happened = record(run, { target, args, site, result: undefined, path, callee: undefined, entered: true });
  const piped = pipe(run, receiver, method, args, site) ?? scriptMethod(run, receiver, method, args, site);
  happened.result = piped ?? resultOf(run, receiver, method, args, site, path);
  if (piped === undefined) runCallbacks(run, args, site);
  return happened.result;
}

/** `frame.pipe(clean, columns)` is `clean(frame, columns)`. */
function pipe(run: Run, receiver: Entity, method: string, args: CallArguments, site: Call): Value | undefined {
  const [step, ...rest] = args.positional;
  if (method !== "pipe" || step?.kind !== "closure" || !canEnter(run, step)) return undefined;
  return call(run, step, { ...args, positional: [receiver, ...rest] }, site);
}

function resultOf(
  run: Run,
  receiver: Entity,
  method: string,
  args: CallArguments,
  site: Call,
  path: string | undefined,
): Value {
  const [first] = args.positional;
  switch (method) {
    case "eval":
      if (args.positional.length > 0) break;
      setMode(run, receiver, Mode.eval, setterOf(run, site));
      return receiver;
    case "train":
      if (args.positional.length > 1 || args.named.size > 1) break;
      setMode(run, receiver, trainFlags(first ?? args.named.get("mode")), setterOf(run, site));
      return receiver;
    case "load_state_dict":
      if (!receiver.facts.has("loaded")) setFact(receiver, "loaded", cell(0));
      run.store.set(factCell(receiver, "loaded"), 1);
      break;
    case "append":
    case "add":
    case "extend":
    case "insert":
    case "appendleft":
    case "update":
    case "push": {
      const added = method === "insert" ? args.positional[1] : first;
      if (added !== undefined) addContents(run, receiver, added);
      if (added !== undefined && method === "append") noteAppended(run, receiver, added);
      if (method === "update" && receiver.type === "builtins.dict") updateKeys(run, receiver, args);
      break;
    }
    case "fit":
    case "partial_fit":
      if (first !== undefined) run.store.set(factCell(receiver, "fitted"), first);
      if (receiver.type !== undefined && !receiver.type.startsWith("keras.")) return receiver;
      break;
    case "fit_transform":
    case "fit_resample":
      if (first !== undefined) run.store.set(factCell(receiver, "fitted"), first);
      break;
    case "optimizers": {
      const configured = configuredOptimizers(run, receiver);
      if (configured !== undefined) return configured;
      break;
    }
    case "compile":
      return receiver;
  }
  if (returnsSelf.has(method)) return receiver;
  if (returnsArguments.has(method) && args.positional.length > 0 && !args.open) {
    return args.positional.length === 1 ? args.positional[0]! : { kind: "tuple", items: args.positional };
  }
  const made = makeEntity(
    run,
    { how: "call", path, receiver, method, call: site, args },
    site,
    [receiver, ...args.positional, ...args.named.values()],
    { type: keepsType(receiver, method) ? receiver.type : undefined },
  );
  const inPlace = args.named.get("inplace");
  if (inPlace?.kind === "literal" && inPlace.value === true) changeInPlace(run, receiver, made);
  return made;
}

/** `best.update(score=score)` and `best.update({"score": score})` set what `best["score"]` is. */
function updateKeys(run: Run, dict: Entity, { positional: [given], named }: CallArguments): void {
  for (const [name, value] of named) {
    run.store.set(fieldCell(dict, subscriptField(run, name)), value);
    addContents(run, dict, value);
  }
  if (given?.kind !== "entity" || given.type !== "builtins.dict") return;
  for (const [name, place] of given.fields) {
    const value = run.store.value(place);
    if (value !== undefined) run.store.set(fieldCell(dict, name), value);
  }
}

/** `frame["age"].fillna(0, inplace=True)` changes the column, and with it the frame that it is of. */
function changeInPlace(run: Run, changed: Entity, made: Entity): void {
  addContents(run, changed, made);
  const { origin } = changed;
  if (origin.how === "index" || origin.how === "slice" || origin.how === "attribute") {
    for (const holder of alternatives(origin.of)) if (holder.kind === "entity") changeInPlace(run, holder, made);
  }
}

/** An object that stands for a call which sets a mode, the same one each time that the call is met. */
function setterOf(run: Run, site: Call): Entity {
  return makeEntity(run, { how: "unknown" }, site, []);
}

/** `train(False)` is eval; `train(flag)` is either. */
function trainFlags(flag: Value | undefined): number {
  if (flag === undefined) return Mode.train;
  if (flag.kind !== "literal") return Mode.unknown;
  return flag.value ? Mode.train : Mode.eval;
}

const frameMethods = new Set([
  "drop",
  "dropna",
  "fillna",
  "sample",
  "copy",
  "reset_index",
  "set_index",
  "sort_values",
  "head",
  "tail",
  "query",
  "assign",
  "merge",
  "astype",
  "replace",
  "rename",
  "drop_duplicates",
  "filter",
  "clip",
  "shift",
  "apply",
  "map",
  "join",
  "sort_index",
  "reindex",
  "interpolate",
  "ffill",
  "bfill",
]);

/** Methods of a frame that give a frame. */
function keepsType({ type }: Entity, method: string): boolean {
  if (type === undefined) return false;
  if (type.startsWith("pandas.")) return frameMethods.has(method);
  return type === "polars.DataFrame" && (frameMethods.has(method) || polarsMethods.has(method));
}

const polarsMethods = new Set([
  "with_columns",
  "with_row_index",
  "with_row_count",
  "select",
  "slice",
  "limit",
  "sort",
  "unique",
  "drop_nulls",
  "fill_null",
  "fill_nan",
  "cast",
  "collect",
  "lazy",
  "to_dummies",
]);
