type Seeded = readonly string[];

const everything: Seeded = ["numpy", "torch", "tensorflow", "random"];

/** Library calls that set the seed of the global generators, and of which libraries. Source: each library's page on reproducibility. */
const seeders: ReadonlyMap<string, Seeded> = new Map(
  Object.entries({
    "numpy.random.seed": ["numpy"],
    "numpy.random.set_state": ["numpy"],
    "torch.manual_seed": ["torch"],
    "torch.random.manual_seed": ["torch"],
    "torch.cuda.manual_seed": ["torch"],
    "torch.cuda.manual_seed_all": ["torch"],
    "torch.set_rng_state": ["torch"],
    "torch.random.set_rng_state": ["torch"],
    "torch.random.fork_rng": ["torch"],
    "random.seed": ["random"],
    "tensorflow.random.set_seed": ["tensorflow"],
    "tensorflow.set_random_seed": ["tensorflow"],
    "keras.utils.set_random_seed": everything,
  }),
);

/** Names that people and libraries give to helpers that seed everything: `pl.seed_everything`, `set_seed`, `fix_all_seeds`, `make_deterministic`. */
const seedingName = /seed|determinis|reproducib|set_?rng/i;
/** Functions around seeds that set none. */
const otherName =
  /worker|^_?(get|make|new|gen|next|sample|draw|parse|num|list|random_seed_from|spawn|has|is|check|test)_?|seeds?_?(from|sequence|list|for|of|s)$/i;

/** Without an argument these draw a seed from the system, like `torch.seed()` and `default_rng()`. */
const drawsItsSeed = new Set(["numpy.random.seed", "random.seed"]);

/** What a call seeds, by the full path of a library's function (or a method's name alone); nothing for other calls. */
export function seedsOf(path: string, call: { readonly args: readonly unknown[] }): Seeded {
  const known = seeders.get(path);
  if (known !== undefined) return call.args.length === 0 && drawsItsSeed.has(path) ? [] : known;
  const dot = path.lastIndexOf(".");
  const name = path.slice(dot + 1);
  if (!isSeedingName(name) || /^(numpy|torch|jax|mlx)\./.test(path)) return [];
  // Generators, environments and samplers have a `seed` of their own.
  if (dot >= 0 && /^(manual_)?seed$/.test(name) && !seedingModule.test(path.slice(0, dot))) return [];
  return everything;
}

/** Modules whose function `seed` seeds everything: `utils.seed(3)`, `ignite.utils.manual_seed(3)`. */
const seedingModule = /(^|[._])(utils?|helpers?|common|tools?|misc|seed(s|ing)?|reproducibility|random_?state)$/i;

/** May a text hold a call that seeds anything at all? Quick, for the many files that do not. */
export function mayMentionSeeds(text: string): boolean {
  return parts.some((part) => text.includes(part)) && mention.test(text);
}

/** Plain searches come first, because a pattern takes longer. */
const parts: readonly string[] = ["seed", "Seed", "etermin", "eproducib", "rng", "set_state"];

const mention = /(seed|determinis|reproducib|rng|set_state)\w*\(/i;

/** Is a function called as people call those that seed all generators? */
export function isSeedingName(name: string): boolean {
  return seedingName.test(name) && !(otherName.test(name) && !/determinis/i.test(name));
}
