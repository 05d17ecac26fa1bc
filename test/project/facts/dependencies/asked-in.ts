import { manifestReader } from "../../../../src/project/facts/dependencies/manifests.js";

/** What a file asks for as `line name specifier`, then what else there is to say of it. */
export function askedIn(path: string, ...lines: readonly string[]): readonly string[] {
  const manifest = manifestReader(path)?.(path, `${lines.join("\n")}\n`);
  return (manifest?.asked ?? []).map(({ name, specifier, line, isPinned, hasHash, isDevelopment }) =>
    [line, name, specifier, isPinned && "pinned", hasHash && "hash", isDevelopment && "dev"].filter(Boolean).join(" "),
  );
}

/** What a file says of versions of the language, as `line text`. */
export function versionsIn(path: string, ...lines: readonly string[]): readonly string[] {
  const manifest = manifestReader(path)?.(path, `${lines.join("\n")}\n`);
  return (manifest?.versions ?? []).map(({ line, text, isPinned }) => `${line} ${text}${isPinned ? " pinned" : ""}`);
}
