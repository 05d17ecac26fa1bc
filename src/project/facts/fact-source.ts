import type { FormModule } from "../../syntax/form.js";
import type { TextMemory } from "./per-text.js";

/** The files of a project, by paths that count from its root. */
export interface FactSource {
  readonly paths: readonly string[];
  /** The text of a file; undefined when it cannot be read. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** A file of code, parsed; undefined when it cannot be read. */
  readonly form: (path: string) => Promise<FormModule | undefined>;
  /** What was made of texts before. */
  readonly memory?: TextMemory | undefined;
}

/** What was read from files of one kind, and which of them could not be. */
export interface ReadFacts<Fact> {
  readonly facts: readonly Fact[];
  readonly unreadable: readonly UnreadFile[];
}

export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}

/** What is larger than this is no configuration that someone wrote. */
export const largestConfiguration = 1_000_000;

/** Reads the files that `wants` picks, one after the other; a file that cannot be read is told and left out. */
export async function readFiles<Fact>(
  { paths, read, memory }: Pick<FactSource, "paths" | "read" | "memory">,
  wants: (path: string) => boolean,
  factsOf: (text: string, path: string, memory: TextMemory | undefined) => readonly Fact[],
): Promise<ReadFacts<Fact>> {
  const facts: Fact[] = [];
  const unreadable: UnreadFile[] = [];
  for (const path of paths) {
    if (!wants(path)) continue;
    const text = await read(path);
    if (text === undefined) unreadable.push({ path, reason: "it cannot be read" });
    else if (text.length > largestConfiguration) unreadable.push({ path, reason: "it is too large to be read" });
    else {
      try {
        facts.push(...factsOf(text.replace(/\r\n?/g, "\n"), path, memory));
      } catch (error) {
        // A library that fails on one file must not take the others with it.
        unreadable.push({ path, reason: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return { facts, unreadable };
}
