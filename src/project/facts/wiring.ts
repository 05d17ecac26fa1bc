import type { CodePlace } from "./code-facts.js";

/** Something that runs: what leads from outside into the project's code. */
export interface Entry {
  readonly kind: "ci" | "schedule" | "pipeline" | "container" | "route" | "command" | "training";
  /** What runs, in words for people: `CI job "test" runs pytest`, `stage "train" of dvc.yaml`, `POST /predict`. */
  readonly what: string;
  readonly path: string;
  readonly line: number;
  /** Does a failure stop what follows? */
  readonly isGating: boolean;
  /** What runs it again and again. */
  readonly repeatedBy: "ci" | "schedule" | "pipeline" | undefined;
}

/** Which code something that runs leads to, through imports, calls, and functions handed on. */
export interface Wiring {
  /** The entries that lead to a function of a file (`""` for its top level), the strongest first: gating, then repeated, then others. */
  entriesOf(path: string, within: string): readonly Entry[];
  /** The entries that run a file itself, its top level included. */
  entriesOfFile(path: string): readonly Entry[];
  /** All of them. */
  readonly entries: readonly Entry[];
}

/** A place in code, in the function around it. */
export interface PlaceInCode extends CodePlace {
  readonly path: string;
  readonly within: string;
}
