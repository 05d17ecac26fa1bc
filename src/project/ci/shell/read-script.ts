import { parse } from "unbash";
import { type Piece, placeOf, type Shell, type Unknown } from "../model.js";
import { visitCommand } from "./commands.js";
import { visitCompound } from "./compounds.js";
import { readPlainScript } from "./plain-script.js";
import type { Scope } from "./scope.js";
import { type Item, visitStatements } from "./statements.js";
import type { ShellCommand, Walk } from "./walk.js";

/**
 * Reads a script into the commands that it runs, and tells of each whether its failure makes the script fail. What a
 * script sets, where it goes and what its functions do is followed, and so is what it sources from `sources`; values that only the run knows stay unknown.
 */
export function readScript(
  pieces: readonly Piece[],
  shell: Shell,
  start: Scope,
  sources: ReadonlyMap<string, string> = new Map(),
): { readonly commands: readonly ShellCommand[]; readonly unknowns: readonly Unknown[] } {
  if (shell.kind !== "posix") return readPlainScript(pieces, shell, start);
  let visits = 0;
  const walk: Walk = {
    shell,
    options: shell,
    scope: start,
    failureVariable: undefined,
    calls: 0,
    functions: new Map(),
    sources,
    commands: [],
    unknowns: [],
    visit: (node, piece, fate) => {
      if (++visits > mostVisits) return;
      if (node.type === "Command") visitCommand(walk, node, piece, fate);
      else if ("commands" in node && node.type !== "Pipeline") {
        const items = node.commands.map((statement) => ({ statement, piece, endsPiece: false }));
        visitStatements(walk, items, fate);
      } else visitCompound(walk, node, piece, fate);
    },
  };
  const items = pieces.flatMap((piece) => itemsOf(piece, walk.unknowns));
  visitStatements(walk, items, { breaks: [], leaving: [], errexit: true, rest: "" });
  return { commands: walk.commands, unknowns: walk.unknowns };
}

/** Functions that call each other many times, and loops in loops, run more commands than anyone wrote. */
const mostVisits = 20_000;
/** A script that is longer than this was generated, as `configure` is. */
const longestScript = 100_000;

function itemsOf(piece: Piece, unknowns: Unknown[]): readonly Item[] {
  if (piece.text.length > longestScript) {
    unknowns.push({ place: placeOf(piece.path, piece.line), detail: "the script is too long to follow" });
    return [];
  }
  const { commands, errors } = parse(piece.text);
  const error = errors?.[0];
  if (error !== undefined) {
    const line = piece.line + piece.text.slice(0, error.pos).split("\n").length - 1;
    unknowns.push({ place: placeOf(piece.path, line), detail: `the shell would refuse this: ${error.message}` });
  }
  return commands.map((statement, index) => ({ statement, piece, endsPiece: index === commands.length - 1 }));
}
