import type { FileFacts } from "../semantics/facts.js";
import type { WorkspaceFacts } from "../semantics/workspace.js";

/** The facts of a root, kept together from what its files state. Plain data, so that they can be handed to another thread. */
export interface ProjectFacts {
  readonly facts: WorkspaceFacts;
  /** What a file states now, in place of what it stated before. */
  set(name: string, stated: FileFacts): void;
  setTorch(version: WorkspaceFacts["torch"]): void;
}

export function openProjectFacts(): ProjectFacts {
  const baselineFiles = new Set<string>();
  const seededIn = new Map<string, Set<string>>();
  const facts: { -readonly [K in keyof WorkspaceFacts]: WorkspaceFacts[K] } = {
    torch: undefined,
    baselineFiles,
    seededIn,
  };
  return {
    facts,
    set: (name, { evaluatesBaseline, seeds }) => {
      if (evaluatesBaseline) baselineFiles.add(name);
      else baselineFiles.delete(name);
      for (const seeded of seededIn.values()) seeded.delete(name);
      for (const library of seeds) seededIn.set(library, (seededIn.get(library) ?? new Set()).add(name));
    },
    setTorch: (version) => {
      facts.torch = version;
    },
  };
}
