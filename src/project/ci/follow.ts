import type { CiFiles } from "./ci-files.js";
import type { CommandCall } from "./command.js";
import type { Break, Hop, Piece, Place, Script, Unknown, Variables } from "./model.js";
import type { ShellWord } from "./shell/words.js";
import type { Tool } from "./tool.js";

/** What a command leads to: nothing that is known (then it is what runs), or commands in another place. */
export type Follow = (call: CommandCall, files: CiFiles) => Promise<Followed | undefined>;

export interface Followed {
  /** Does the command do something itself as well, such as building an image or starting services? */
  readonly isRunToo?: true;
  readonly targets: readonly Target[];
  readonly unknowns: readonly Unknown[];
}

export interface Target {
  readonly hop: Hop;
  readonly content:
    | Script
    | { readonly kind: "call"; readonly words: readonly ShellWord[]; readonly place: Place }
    | { readonly kind: "tool"; readonly tool: Tool; readonly place: Place };
  readonly directory: string | undefined;
  /** Set beside what the caller's environment holds. */
  readonly env: Variables;
  readonly breaks: readonly Break[];
  /** The script's own path, for `$0`. */
  readonly script?: string | undefined;
  /** `$1` and so on; undefined when they are not all known. */
  readonly args?: readonly string[] | undefined;
  /** Does it begin with nothing of what the caller's shell has set? */
  readonly isClean?: boolean;
}

export function unknownHere(call: Pick<CommandCall, "place">, detail: string): Followed {
  return { targets: [], unknowns: [{ place: call.place, detail }] };
}

export function followedTo(...targets: readonly Target[]): Followed {
  return { targets, unknowns: [] };
}

/** A program that the command starts itself, where it stands. */
export function startedTarget(
  { place, source, scope }: CommandCall,
  words: readonly ShellWord[],
  breaks: readonly Break[] = [],
): Target {
  const hop = { path: place.path, line: place.line, text: source };
  return { hop, directory: scope.directory, env: {}, breaks, content: { kind: "call", words, place } };
}

export function scriptTarget(
  piece: Piece,
  script: Pick<Script, "shell">,
  rest: Pick<Target, "directory"> & Partial<Target>,
): Target {
  return {
    hop: { path: piece.path, line: piece.line, text: piece.text.trim().split("\n")[0] ?? "" },
    content: { kind: "script", pieces: [piece], shell: script.shell },
    env: {},
    breaks: [],
    ...rest,
  };
}
