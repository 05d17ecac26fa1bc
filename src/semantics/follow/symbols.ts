import { canonicalModule } from "../../knowledge/modules.js";
import { callFacts, type CallFacts } from "../../knowledge/call-facts.js";
import type { Run } from "./run.js";
import type { LibrarySymbol } from "../values.js";

/** The one symbol of a run for a full path, so that what is known of it is looked up once. */
export function symbolFor(run: Run, path: string): LibrarySymbol {
  let found = run.symbols.get(path);
  if (found === undefined) {
    found = { kind: "symbol", path };
    run.symbols.set(path, found);
  }
  return found;
}

/** `symbol.name`, under the name that the rules know it by. */
export function memberSymbol(run: Run, symbol: LibrarySymbol, name: string): LibrarySymbol {
  symbol.members ??= new Map();
  let found = symbol.members.get(name);
  if (found === undefined) {
    found = symbolFor(run, canonicalModule(`${symbol.path}.${name}`));
    symbol.members.set(name, found);
  }
  return found;
}

/** What calling the symbol does, as far as the knowledge says. */
export function factsOf(symbol: LibrarySymbol): CallFacts {
  symbol.facts ??= callFacts(symbol.path);
  return symbol.facts;
}
