import picomatch from "picomatch";

/** Does a relative path with forward slashes, or a folder above it, match one of these globs? */
export function matchesGlobs(globs: readonly string[], relativePath: string): boolean {
  if (globs.length === 0) return false;
  let matches = compiled.get(globs);
  if (matches === undefined) {
    matches = compile(globs);
    compiled.set(globs, matches);
  }
  return matches(relativePath);
}

/** What is wrong with a glob in a configuration file; undefined when it can be used. */
export function globProblem(glob: string): string | undefined {
  if (glob.trim() === "") return "A glob must not be empty.";
  if (glob.includes("\\")) return `\`${glob}\` holds a backslash: write folders with forward slashes.`;
  if (glob.startsWith("!")) return `\`${glob}\` begins with \`!\`, but a glob here cannot be negated.`;
  if (glob.startsWith("/"))
    return `\`${glob}\` begins with \`/\`: globs are relative to the folder that holds \`.preflight\`.`;
  if (glob.split("/").includes("..")) return `\`${glob}\` leaves the folder that holds \`.preflight\`.`;
  try {
    picomatch.makeRe(glob, { strictBrackets: true });
    return undefined;
  } catch {
    return `\`${glob}\` is not a glob: its brackets do not pair up.`;
  }
}

/** Configurations are immutable and few, files are many: each list of globs is compiled once. */
const compiled = new WeakMap<readonly string[], (path: string) => boolean>();

function compile(globs: readonly string[]): (path: string) => boolean {
  // A glob that names a folder means everything in it.
  const patterns = globs
    .map((glob) => glob.replace(/^(?:\.\/)+/, "").replace(/\/+$/, ""))
    .flatMap((glob) => (glob === "" || glob === "." ? ["**"] : [glob, `${glob}/**`]));
  return picomatch(patterns, { dot: true });
}
