import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";

/** Does a function, or the file around it, keep what it computed: in a file, a picture, or a tracker? */
export function isStored({ calls }: CodeFile, within?: string): boolean {
  return calls.some((call) => (within === undefined || call.within === within) && stores(call));
}

export function stores({ name, path = "", text }: CallFact): boolean {
  if (
    /^(?:to_(?:csv|json|parquet|markdown|html|excel|sql)|write_(?:csv|json|parquet|text|table)|savefig|savez?|writeFileSync|writeFile)$/.test(
      name,
    )
  ) {
    return true;
  }
  if (/^(?:log_(?:artifacts?|dict|figure|table|metrics?|text)|log_artifact)$/.test(name)) return true;
  return /^(?:json|joblib|pickle|yaml)\.(?:safe_)?dump$/.test(path) || /\bwandb\.log$|\brun\.log$/.test(text);
}
