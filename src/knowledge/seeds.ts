type Seeded = readonly string[];

const everything: Seeded = ["numpy", "torch", "tensorflow", "random"];

/** Library calls that set the seed of the global generators, and of which libraries. Source: each library's page on reproducibility. */
const seeders: ReadonlyMap<string, Seeded> = new Map(
  Object.entries({
    "numpy.random.seed": ["numpy"],
    "numpy.random.set_state": ["numpy"],
    "torch.manual_seed": ["torch"],
    "torch.random.manual_seed": ["torch"],
    "torch.seed": ["torch"],
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

/** What a call seeds, by the full path of a library's function; nothing for other calls. */
export function seedsOf(path: string): Seeded {
  const known = seeders.get(path);
  if (known !== undefined) return known;
  return isSeedingName(path.slice(path.lastIndexOf(".") + 1)) && !/^(numpy|torch|jax|mlx)\./.test(path)
    ? everything
    : [];
}

/** Is a function called as people call those that seed all generators? */
export function isSeedingName(name: string): boolean {
  return seedingName.test(name) && !(otherName.test(name) && !/determinis/i.test(name));
}
