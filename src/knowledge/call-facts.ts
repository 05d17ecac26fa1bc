import { contextEffects } from "./contexts.js";
import { keepsFunctions } from "./python.js";
import { resultType } from "./results.js";
import { pairSplitters } from "./sklearn.js";
import { returnsFirst } from "./torch.js";

/** What a call of a library function or class does, gathered from all libraries. */
export interface CallFacts {
  /** The type of what it makes. */
  readonly type: string | undefined;
  /** It hands its first argument back, wrapped or moved. */
  readonly returnsFirst: boolean;
  readonly copies: boolean;
  /** It gives a train part and a test part for each array. */
  readonly splits: boolean;
  /** It takes functions without calling them. */
  readonly keepsFunctions: boolean;
  readonly context: "no-grad" | "grad" | "grad-by-argument" | undefined;
}

export function callFacts(path: string): CallFacts {
  return {
    type: resultType(path),
    returnsFirst: returnsFirst.has(path),
    copies: path === "copy.deepcopy" || path === "copy.copy",
    splits: pairSplitters.has(path),
    keepsFunctions: keepsFunctions.has(path),
    context: contextEffects.get(path),
  };
}
