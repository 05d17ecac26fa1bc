import { joinPath } from "../../paths.js";
import { type Break, type Piece, placeOf, type Shell, type Unknown } from "../model.js";
import type { Scope } from "./scope.js";
import type { ShellCommand } from "./walk.js";
import type { ShellWord } from "./words.js";

/**
 * Reads a script of a Windows shell, or of one that is not known, line by line. Such shells go on after a command that
 * failed, so that the last one decides; nothing is followed but `cd`.
 */
export function readPlainScript(
  pieces: readonly Piece[],
  shell: Shell,
  start: Scope,
): { readonly commands: readonly ShellCommand[]; readonly unknowns: readonly Unknown[] } {
  if (shell.kind === "python") return { commands: [], unknowns: [] };
  let scope = start;
  const commands: ShellCommand[] = [];
  const lines = pieces.flatMap((piece) => linesOf(piece, shell));
  lines.forEach(({ text, place, endsPiece, isAsked }, index) => {
    const isLast = index === lines.length - 1 || (shell.checksPieces && endsPiece) || isAsked;
    const followed: Break = {
      kind: shell.kind === "unknown" ? "unknown-shell" : "followed",
      detail:
        shell.kind === "unknown" ? "what its shell does with a failure is not known" : "the script goes on after it",
      place,
    };
    const parts = text.split(/\s*(?:&&|\|\|?|;(?![^"']*["']\s*$))\s*/);
    parts.forEach((part, at) => {
      const words = wordsOf(part, scope);
      const [name, target] = words;
      if (name === undefined) return;
      if (/^(?:cd|chdir|pushd|set-location|push-location)$/i.test(name.text)) {
        const folder = target?.isKnown === true ? target.text.replaceAll("\\", "/") : undefined;
        const directory =
          folder === undefined || scope.directory === undefined ? undefined : joinPath(scope.directory, folder);
        scope = { ...scope, directory };
        return;
      }
      const isEnd = at === parts.length - 1 || /&&/.test(text);
      const breaks = isLast && isEnd && shell.kind !== "unknown" ? [] : [followed];
      commands.push({ words, place, source: part, breaks, scope, options: shell, input: undefined });
    });
  });
  return { commands, unknowns: [] };
}

interface Line {
  readonly text: string;
  readonly place: ShellCommand["place"];
  readonly endsPiece: boolean;
  /** Does the next line leave with the status of this one? */
  readonly isAsked: boolean;
}

function linesOf({ text, path, line }: Piece, shell: Shell): readonly Line[] {
  const joint = shell.kind === "powershell" ? /`[ \t]*\n/g : /[\^\\][ \t]*\n/g;
  // A line that goes on keeps its line breaks as a character that no script has.
  const joined = text.replace(joint, "\u2028");
  let at = line;
  const found: Line[] = [];
  const sources = joined.split("\n");
  sources.forEach((source, index) => {
    const length = source.split("\u2028").length;
    const place = placeOf(path, at, at + length - 1);
    at += length;
    const plain = source.replaceAll("\u2028", " ").trim();
    if (plain === "" || /^(?:#|::|@?rem\b|@?echo\b|if\b|exit\b|\$|[{}]|set\b|write-)/i.test(plain)) return;
    const next = sources.slice(index + 1).find((one) => !/^\s*(?:#|::|rem\b|$)/i.test(one)) ?? "";
    const isAsked = /(?:ERRORLEVEL|LASTEXITCODE).*\b(?:exit|throw)\b/i.test(next);
    found.push({ text: plain.replace(/^@|^call\s+|^&\s+/i, ""), place, endsPiece: false, isAsked });
  });
  const last = found.pop();
  return last === undefined ? [] : [...found, { ...last, endsPiece: true }];
}

function wordsOf(text: string, scope: Scope): readonly ShellWord[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => {
    const source = double ?? single ?? plain ?? "";
    const filled = source.replace(
      /\$env:(\w+)|%(\w+)%|\$\{CI_EXPRESSION\}/gi,
      (whole, a?: string, b?: string) => scope.vars.get(a ?? b ?? "") ?? whole,
    );
    return { text: filled, isKnown: !/\$\{?\w|%\w+%/.test(filled) };
  });
}
