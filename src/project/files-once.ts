import type { FileSystem } from "./file-system.js";
import { languageOf } from "./languages.js";

/**
 * The files as they are when somebody asks for the first time, for a single look through a project: several readers want
 * the same folders and the same small texts. Code is read by those who keep it parsed.
 */
export function filesOnce(files: FileSystem): FileSystem {
  const stats = new Map<string, ReturnType<FileSystem["stat"]>>();
  const lists = new Map<string, ReturnType<FileSystem["list"]>>();
  const texts = new Map<string, ReturnType<FileSystem["read"]>>();
  let size = 0;

  const read: FileSystem["read"] = async (path) => {
    const bytes = await files.read(path);
    size += bytes?.length ?? 0;
    if ((bytes?.length ?? 0) > largestKept || size > mostKept) texts.delete(path);
    return bytes;
  };
  return {
    stat: (path) => once(stats, path, (one) => files.stat(one)),
    list: (path) => once(lists, path, (one) => files.list(one)),
    read: (path) => (languageOf(path) === undefined ? once(texts, path, read) : files.read(path)),
  };
}

/** In bytes: what is larger is read by one reader alone, and there is an end to what is kept. */
const largestKept = 500_000;
const mostKept = 50_000_000;

function once<Answer>(known: Map<string, Answer>, path: string, ask: (path: string) => Answer): Answer {
  const before = known.get(path);
  if (before !== undefined) return before;
  const answer = ask(path);
  known.set(path, answer);
  return answer;
}
