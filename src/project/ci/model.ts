/** What continuous integration runs, in one form for all systems. Paths are absolute; lines count from 1. */
export interface CiJob {
  readonly system: CiSystem;
  readonly name: string;
  readonly place: Place;
  readonly triggers: readonly Trigger[];
  readonly needs: readonly string[];
  /** Why the job never runs; undefined when it does. */
  readonly disabled: Disabled | undefined;
  /** The job's values in each leg of its matrix; one empty leg without a matrix. */
  readonly legs: readonly Variables[];
  readonly steps: readonly Step[];
}

export type CiSystem =
  | "github"
  | "gitlab"
  | "azure"
  | "circleci"
  | "jenkins"
  | "buildkite"
  | "travis"
  | "bitbucket"
  | "drone"
  | "woodpecker";

export type Trigger = "push" | "pull-request" | "schedule" | "manual" | "tag" | "other";

export interface Place {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

export interface Disabled {
  readonly why: string;
  readonly place: Place;
}

/** Names and literal values, of the environment or of a system's own expressions (`matrix.python`). */
export type Variables = Readonly<Record<string, string>>;

export interface Step {
  readonly place: Place;
  readonly content: Script | Action;
  /** Where it runs; undefined when that is not known. */
  readonly directory: string | undefined;
  readonly env: Variables;
  /** Values of the system's expressions, beside those of the matrix. */
  readonly values: Variables;
  readonly breaks: readonly Break[];
  readonly condition: string | undefined;
  /** How the job comes to this step: through composite actions, reusable workflows, templates, commands. */
  readonly via: readonly Hop[];
}

export interface Script {
  readonly kind: "script";
  /** One after the other in the same shell. */
  readonly pieces: readonly Piece[];
  readonly shell: Shell;
}

/** A stretch of commands as one entry of a file has it. */
export interface Piece {
  readonly text: string;
  readonly path: string;
  /** The line on which the text begins. */
  readonly line: number;
}

/** An action, task, orb or plugin from elsewhere, with what it is given. */
export interface Action {
  readonly kind: "action";
  readonly name: string;
  readonly inputs: Variables;
}

export interface Shell {
  readonly kind: "posix" | "powershell" | "cmd" | "python" | "unknown";
  /** Does a command that fails end the script, as `set -e` has it? */
  readonly errexit: boolean;
  readonly pipefail: boolean;
  /** Does each piece's failure count, whatever follows it? */
  readonly checksPieces: boolean;
}

/** A place on the way from a job to a command. */
export interface Hop {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Why a failure does not reach the job. */
export interface Break {
  readonly kind: BreakKind;
  readonly detail: string;
  readonly place: Place;
  /** The system's expression on which it depends: it holds in the legs of the matrix where that is true. */
  readonly when?: string;
}

export type BreakKind =
  /** The step or job is allowed to fail. */
  | "allowed-to-fail"
  /** `|| true`, `|| echo ...` */
  | "or-ignored"
  /** Without `set -e` the next command decides. */
  | "followed"
  /** Before `&&`, where `set -e` does not look. */
  | "and-list"
  /** Before a pipe, without `pipefail`. */
  | "pipe"
  /** Behind `!`. */
  | "negated"
  /** As the condition of an `if` or a loop. */
  | "condition"
  | "background"
  /** In `$(...)`, whose status is not looked at. */
  | "substitution"
  /** An option of the command, such as `--exit-zero`. */
  | "exit-zero"
  /** A build tool is told to go on: make's `-`, tox's `ignore_outcome`. */
  | "ignored-by-tool"
  /** Handed to a cluster without waiting for the end. */
  | "not-waited"
  /** Runs only after something else failed, or after the result is decided. */
  | "too-late"
  | "unknown-shell";

/** What could not be followed. Nothing is guessed in its place. */
export interface Unknown {
  readonly place: Place;
  readonly detail: string;
}

/** A file that could not be read as what it is. */
export interface Fault {
  readonly path: string;
  readonly line: number | undefined;
  readonly reason: "malformed" | "too-large" | "unreadable" | "too-many-aliases";
  readonly detail: string;
}

export function placeOf(path: string, line: number, endLine: number = line): Place {
  return { path, line, endLine };
}
