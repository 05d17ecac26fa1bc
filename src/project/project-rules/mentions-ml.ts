/** Does a text of code import one of some libraries? Told from its words, so that it need not be parsed. */
export function mentionsMachineLearning(text: string, libraries: ReadonlySet<string>): boolean {
  for (const [, python, from, required] of text.matchAll(imports)) {
    if (python !== undefined && libraries.has(python)) return true;
    const module = from ?? required;
    if (module !== undefined && libraries.has(packageOf(module))) return true;
  }
  return false;
}

/** Within the strings of a notebook's JSON a line begins with a quote. */
const imports =
  /(?:^|["'])[ \t]*(?:from|import)[ \t]+(\w+)|\bfrom[ \t]*["']([^"'\n]+)["']|\brequire\(["']([^"'\n]+)["']/gm;

function packageOf(module: string): string {
  const parts = module.split("/");
  return module.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? module);
}
