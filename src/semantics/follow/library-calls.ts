import type { Call } from "../../syntax/expressions.js";
import { isModuleType } from "../../knowledge/torch.js";
import { knownItems, setAttribute } from "./assign.js";
import { record, type Target } from "./calls.js";
import { call, canEnter, gradByArgument } from "./enter.js";
import { factCell, makeEntity, setField, subscriptField, type Run } from "./run.js";
import { cell } from "./store.js";
import { scriptResult } from "./script-calls.js";
import { factsOf } from "./symbols.js";
import { modeOf } from "./modes.js";
import {
  alternatives,
  noArguments,
  type CallArguments,
  type Entity,
  type LibrarySymbol,
  type Value,
} from "../values.js";

/** A call of a library function or class: recorded, with what it hands back as far as the knowledge says. */
export function libraryCall(run: Run, symbol: LibrarySymbol, target: Target, args: CallArguments, site: Call): Value {
  const { path } = symbol;
  const happened = record(run, { target, args, site, result: undefined, path, callee: undefined, entered: true });
  const mapped = path === "builtins.map" ? mapItems(run, args, site) : scriptResult(run, path, args, site);
  happened.result = mapped ?? resultOf(run, symbol, target, args, site);
  if (mapped === undefined && !factsOf(symbol).keepsFunctions) runCallbacks(run, args, site);
  return happened.result;
}

/** `map(torch.from_numpy, (x, y))`, where the items are known one by one. */
function mapItems(run: Run, { positional: [step, given, ...more] }: CallArguments, site: Call): Value | undefined {
  const known = given === undefined || more.length > 0 ? undefined : knownItems(run, given);
  if (known === undefined || known.length > 8) return undefined;
  const items: Value[] = [];
  for (const item of known) {
    const args = { ...noArguments, positional: [item] };
    if (step?.kind === "closure" && canEnter(run, step)) items.push(call(run, step, args, site));
    else if (step?.kind !== "symbol") return undefined;
    else {
      const { returnsFirst, type } = factsOf(step);
      const origin = {
        how: "call",
        path: step.path,
        receiver: undefined,
        method: undefined,
        call: site,
        args,
      } as const;
      items.push(returnsFirst ? item : makeEntity(run, origin, site, [item], { type }));
    }
  }
  return { kind: "tuple", items };
}

function resultOf(run: Run, symbol: LibrarySymbol, target: Target, args: CallArguments, site: Call): Value {
  const facts = factsOf(symbol);
  const first = args.positional[0] ?? args.named.get("module") ?? args.named.get("model");
  if (facts.returnsFirst && first !== undefined) return first;
  if (symbol.path === "builtins.str" && first?.kind === "literal" && typeof first.value === "string") return first;
  if (facts.copies) return copyOf(run, first, site) ?? made(run, symbol, target, args, site);
  if (symbol.path === "builtins.setattr") setByName(run, args, site);
  if (facts.splits) return splitParts(run, symbol, target, args, site);
  const result = made(run, symbol, target, args, site);
  if (symbol.path === "builtins.dict")
    for (const [name, value] of args.named) setField(result, subscriptField(run, name), cell(value));
  // `torch.set_grad_enabled(False)` as a statement works from here on; as a context, `with` undoes it.
  if (facts.context === "grad-by-argument") run.store.set(run.grad, gradByArgument(result));
  return result;
}

function made(run: Run, symbol: LibrarySymbol, target: Target, args: CallArguments, site: Call): Entity {
  return makeEntity(
    run,
    { how: "call", path: symbol.path, receiver: target.receiver, method: target.method, call: site, args },
    site,
    [...args.positional, ...args.named.values()],
    { type: factsOf(symbol).type },
  );
}

/** `setattr(model, "head", layer)` is an assignment. */
function setByName(run: Run, { positional: [object, name, value] }: CallArguments, site: Call): void {
  if (name?.kind !== "literal" || typeof name.value !== "string" || value === undefined) return;
  for (const option of alternatives(object)) setAttribute(run, option, name.value, value, site);
}

/** A copy of a model has the class, the fields and the mode of the original. */
function copyOf(run: Run, original: Value | undefined, site: Call): Value | undefined {
  for (const option of alternatives(original)) {
    if (
      option.kind !== "entity" ||
      (option.class === undefined && !(option.type !== undefined && isModuleType(option.type)))
    )
      continue;
    const copy = makeEntity(run, option.origin, site, [option], {
      type: option.type,
      class: option.class,
      items: option.items,
    });
    for (const [name, place] of option.fields) setField(copy, name, cell(run.store.get(place)));
    run.store.set(factCell(copy, "mode"), modeOf(run, option));
    return copy;
  }
  return undefined;
}

/** Two parts for each array, each remembering which one it is. */
function splitParts(run: Run, symbol: LibrarySymbol, target: Target, args: CallArguments, site: Call): Value {
  const { path } = symbol;
  if (args.open) return made(run, symbol, target, args, site);
  const items = args.positional.flatMap((array) =>
    [0, 1].map((index) => {
      const split = makeEntity(
        run,
        { how: "call", path, receiver: undefined, method: undefined, call: site, args },
        site,
        [array],
        { type: array.kind === "entity" ? array.type : undefined },
      );
      factCell(split, index === 0 ? "train-part" : "test-part");
      return split;
    }),
  );
  return { kind: "tuple", items };
}

/** Functions handed to a library are called by it, here and with who knows what. */
export function runCallbacks(run: Run, args: CallArguments, site: Call): void {
  for (const given of [...args.positional, ...args.named.values()]) {
    if (given.kind === "closure" && canEnter(run, given)) call(run, given, { ...noArguments, open: true }, site);
    else if (
      given.kind === "entity" &&
      given.type === "builtins.dict" &&
      run.frame.unit.form.language === "typescript"
    ) {
      for (const place of given.fields.values()) {
        const field = run.store.value(place);
        if (field?.kind === "closure" && canEnter(run, field)) call(run, field, { ...noArguments, open: true }, site);
      }
    }
  }
}
