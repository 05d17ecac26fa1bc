import type { Command, PipelineNode, Statement } from "unbash";
import { type Break, type BreakKind, type Piece, type Place, placeOf, type Shell, type Unknown } from "../model.js";
import type { ShellOptions } from "./options.js";
import type { Scope } from "./scope.js";
import type { ShellWord } from "./words.js";

/** A command of a script, with what is known when it runs. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  readonly place: Place;
  /** As it stands in the script. */
  readonly source: string;
  /** Why its failure does not end the script in failure; empty when it does. */
  readonly breaks: readonly Break[];
  readonly scope: Scope;
  /** The shell's options when it runs, which a script that is sourced inherits. */
  readonly options: ShellOptions;
  /** What the command reads: a here document. */
  readonly input: Piece | undefined;
}

/** What becomes of a failing status. */
export interface Fate {
  readonly breaks: readonly Break[];
  /** What becomes of the status with which the shell itself ends. */
  readonly leaving: readonly Break[];
  /** May `set -e` act here? */
  readonly errexit: boolean;
  /** The text that runs afterwards. */
  readonly rest: string;
}

export interface Block extends Positioned {
  readonly type: "Script" | "CompoundList";
  readonly commands: readonly Statement[];
}

/** Everything that a command can be but a simple one. */
export type Compound = Exclude<PipelineNode, Command>;

/** The state of a script while it is read from its first command to its last. */
export interface Walk {
  readonly shell: Shell;
  options: ShellOptions;
  scope: Scope;
  /** Set by an `ERR` trap when anything fails: `trap 'failed=1' ERR`. */
  failureVariable: string | undefined;
  /** How deep in functions that call each other. */
  calls: number;
  readonly functions: Map<string, { readonly body: Block | PipelineNode; readonly piece: Piece }>;
  /** The scripts that this one may source, by path. */
  readonly sources: ReadonlyMap<string, string>;
  readonly commands: ShellCommand[];
  readonly unknowns: Unknown[];
  readonly visit: (node: Block | PipelineNode, piece: Piece, fate: Fate) => void;
}

export interface Positioned {
  readonly pos: number;
  readonly end: number;
}

export function sourceOf(node: Positioned, piece: Piece): string {
  return piece.text.slice(node.pos, node.end);
}

export function firstLine(text: string): string {
  return text.trimStart().split("\n")[0]?.trimEnd() ?? "";
}

export function nodePlace({ pos, end }: Positioned, { text, path, line }: Piece): Place {
  const start = line + lineBreaks(text, 0, pos);
  return placeOf(path, start, start + lineBreaks(text, pos, Math.max(pos, end - 1)));
}

function lineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

export function broken(kind: BreakKind, detail: string, node: Positioned, piece: Piece): readonly Break[] {
  return [{ kind, detail, place: nodePlace(node, piece) }];
}

/** Visits what runs in a shell of its own: what it sets and where it goes is gone afterwards. */
export function apart(walk: Walk, visit: () => void): void {
  const { options, scope } = walk;
  visit();
  Object.assign(walk, { options, scope });
}

export function setVariable(walk: Walk, name: string, value: string | undefined): void {
  walk.scope = { ...walk.scope, vars: new Map(walk.scope.vars).set(name, value) };
}
