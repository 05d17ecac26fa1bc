import type { Language } from "../syntax/form.js";
import type { Configs } from "./configs.js";
import type { FileSystem } from "./file-system.js";
import { languageOf } from "./languages.js";
import type { Root } from "./roots.js";
import { walk } from "./walk.js";

/** Enough for any project; where there are more, something else than a project was opened. */
const mostFiles = 20_000;

/** The files of a language whose facts count for a root: its own, and some that are named one by one. */
export async function* filesForFacts(
  root: Root,
  language: Language,
  others: readonly string[],
  { files, configs }: { readonly files: FileSystem; readonly configs: Configs },
): AsyncGenerator<string> {
  const left = new Set(others.filter((path) => languageOf(path) === language));
  let count = 0;
  // A folder that nothing says is a project may be a home folder, or the root of the file system.
  if (root.isProject) {
    for await (const path of walk(root.folder, { files, configs, onSkipped: () => undefined })) {
      if (languageOf(path) !== language) continue;
      if (count++ >= mostFiles) break;
      left.delete(path);
      yield path;
    }
  }
  yield* left;
}
