import {
  drawsFromNumpy,
  drawsFromTorch,
  isLoader,
  makesNumpyGenerator,
  seedsByItself,
} from "../../knowledge/random-draws.js";
import { seedsOf } from "../../knowledge/seeds.js";
import { isRandom } from "../../knowledge/sklearn-randomness.js";
import type { CallFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import { argumentOf, literalOf } from "./fact-values.js";
import { isNetwork } from "./training-calls.js";

/** What draws at random: a library's global generator, or a call that takes a seed of its own. */
export interface Draw {
  readonly source: RandomSource;
  readonly path: string;
  readonly line: number;
  readonly cell?: number;
  readonly within: string;
  /** As written. */
  readonly text: string;
  /** A call that was given a seed needs none from elsewhere. */
  readonly hasOwnSeed: boolean;
}

export type RandomSource = "random" | "numpy" | "torch" | "tensorflow" | "sklearn" | "jax" | "tfjs";

/** What a file draws at random. */
export function drawsIn({ path, calls, classes }: CodeFile): readonly Draw[] {
  const found: Draw[] = [];
  for (const call of calls) {
    const drawn = drawOf(call);
    if (drawn === undefined) continue;
    const { line, cell, within, text } = call;
    found.push({ ...drawn, path, line, ...(cell === undefined ? {} : { cell }), within, text });
  }
  for (const { line, cell, name, bases } of classes) {
    if (!isNetwork(bases)) continue;
    const source = bases.some((base) => base.startsWith("keras.")) ? "tensorflow" : "torch";
    found.push({
      source,
      path,
      line,
      ...(cell === undefined ? {} : { cell }),
      within: name,
      text: name,
      hasOwnSeed: false,
    });
  }
  return found;
}

function drawOf(call: CallFact): Pick<Draw, "source" | "hasOwnSeed"> | undefined {
  const { path, spreads } = call;
  if (path === undefined) return undefined;
  if (standardDraws.test(path)) return { source: "random", hasOwnSeed: false };
  if (drawsFromNumpy(path)) return { source: "numpy", hasOwnSeed: false };
  if (makesNumpyGenerator(path)) return { source: "numpy", hasOwnSeed: isSeed(argumentOf(call, ["seed"], 0)) };
  if (isLoader(path)) {
    const shuffles = literalOf(argumentOf(call, ["shuffle"])) === true;
    return shuffles ? { source: "torch", hasOwnSeed: isSeed(argumentOf(call, ["generator"])) } : undefined;
  }
  if (drawsFromTorch(path)) return { source: "torch", hasOwnSeed: isSeed(argumentOf(call, ["generator"])) };
  if (kerasDraws.test(path)) return { source: "tensorflow", hasOwnSeed: isSeed(argumentOf(call, ["seed"])) };
  if (/^jax\.random\.(?:PRNGKey|key)$/.test(path))
    return { source: "jax", hasOwnSeed: isSeed(argumentOf(call, ["seed"], 0)) };
  if (tfjsDraws.test(path)) return { source: "tfjs", hasOwnSeed: tfjsSeed(call) };
  if (path === "Math.random" || path === "builtins.Math.random") return { source: "tfjs", hasOwnSeed: false };
  if (!isRandom(path, (name) => literalOf(argumentOf(call, [name])))) return undefined;
  // What is handed on as a whole may well hold the seed.
  return { source: "sklearn", hasOwnSeed: spreads === true || isSeed(argumentOf(call, ["random_state", "seed"])) };
}

/** A seed from a variable counts, `None` and the clock do not. */
function isSeed(value: FactValue | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === "literal") return value.value !== null;
  return value.kind !== "call" || !/^(?:time|datetime|os\.urandom|secrets)\b/.test(value.path ?? "");
}

/** Layers draw their first weights by their initialisers. */
function tfjsSeed(call: CallFact): boolean {
  if (!/\.layers\./.test(call.path ?? "")) {
    return (
      isSeed(argumentOf(call, ["seed"])) ||
      call.positional
        .slice(2)
        .some((value, index) => index >= 1 && value.kind === "literal" && typeof value.value === "number")
    );
  }
  const initializer = argumentOf(call, ["kernelInitializer", "embeddingsInitializer"]);
  return initializer?.kind === "call" && isSeed(argumentOf(initializer, ["seed"]));
}

const standardDraws =
  /^random\.(?:random|randint|randrange|choice|choices|shuffle|sample|uniform|gauss|normalvariate|betavariate|expovariate)$/;
const kerasDraws =
  /^(?:keras\.(?:\w+\.)*(?:Sequential|Dense|Conv\dD|SeparableConv\dD|LSTM|GRU|SimpleRNN|Embedding|Dropout|MultiHeadAttention|Random\w+)|tensorflow\.random\.(?:normal|uniform|truncated_normal|shuffle|categorical))$/;
const tfjsDraws =
  /^@tensorflow\/tfjs\.(?:random\w+|truncatedNormal|layers\.(?:dense|conv\dd|lstm|gru|simpleRNN|embedding|separableConv2d))$/;

/** What a call seeds; nothing for other calls. */
export function seededBy({ path, name, positional, named }: CallFact): readonly RandomSource[] {
  if (path === undefined) return [];
  const args = [...positional, ...Object.values(named)];
  if (args.some((value) => literalOf(value) === null) && /seed/i.test(name)) return [];
  if (seedsByItself(path)) return ["random", "numpy", "torch", "sklearn"];
  const libraries = seedsOf(path, { args });
  const known = sources.filter((source) => libraries.includes(source));
  return known.includes("numpy") ? [...known, "sklearn"] : known;
}

const sources: readonly RandomSource[] = ["random", "numpy", "torch", "tensorflow"];
