import type { Word, WordPart } from "unbash";
import { unknownValue } from "../expressions.js";
import { joinPath, parentOf } from "../../paths.js";
import type { Scope } from "./scope.js";

/** A word of a command after expansion. What is not known stands as it is written. */
export interface ShellWord {
  readonly text: string;
  readonly isKnown: boolean;
}

interface Fragment extends ShellWord {
  /** Does the shell split it at spaces? */
  readonly splits: boolean;
}

/** The words that one word of the source becomes: none for an empty `$ARGS`, several for `$COMMAND`. */
export function expandWord(word: Word, scope: Scope): readonly ShellWord[] {
  const { parts } = word;
  if (parts === undefined) return [{ text: word.value, isKnown: true }];
  return joined(parts.flatMap((part) => fragmentsOf(part, scope)));
}

/**
 * The value that a word has where the shell does not split it, as on the right of `x=`. What is not known of it stands
 * in it as `unknownValue`; undefined when nothing is known.
 */
export function valueOf(word: Word, scope: Scope): string | undefined {
  const { parts } = word;
  if (parts === undefined) return word.value;
  const fragments = parts.flatMap((part) => fragmentsOf(part, scope));
  const value = fragments.map(({ text, isKnown }) => (isKnown ? text : unknownValue)).join("");
  return value === unknownValue ? undefined : value;
}

function joined(fragments: readonly Fragment[]): readonly ShellWord[] {
  const words: ShellWord[] = [];
  let current: ShellWord | undefined;
  for (const { text, isKnown, splits } of fragments) {
    const pieces = splits && isKnown ? text.split(/\s+/) : [text];
    pieces.forEach((piece, index) => {
      if (index > 0 && current !== undefined) {
        words.push(current);
        current = undefined;
      }
      // An empty stretch makes a word only where it is quoted.
      if (piece !== "" || !splits || current !== undefined) {
        const isWhole = isKnown && !piece.includes(unknownValue);
        current = { text: (current?.text ?? "") + piece, isKnown: (current?.isKnown ?? true) && isWhole };
      }
    });
  }
  if (current !== undefined) words.push(current);
  return words;
}

function fragmentsOf(part: WordPart, scope: Scope): readonly Fragment[] {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [{ text: part.value, isKnown: !part.value.includes(unknownValue), splits: false }];
    case "DoubleQuoted":
    case "LocaleString": {
      // `"$@"` is as many words as there are arguments: none without any.
      if (/^"\$(?:@|\{@\})"$/.test(part.text)) return [variable("@", part.text, scope)];
      const inner = part.parts.flatMap((one) => fragmentsOf(one, scope)).map((one) => ({ ...one, splits: false }));
      if (inner.length > 0) return inner;
      return [{ text: "", isKnown: true, splits: false }];
    }
    case "SimpleExpansion":
      return [variable(part.text.slice(1), part.text, scope)];
    case "ParameterExpansion":
      return parameter(part, scope);
    case "CommandExpansion":
      return [{ ...(hereText(part) ?? folderOf(part.text, scope)), splits: false }];
    case "Glob":
      return [{ text: part.text, isKnown: true, splits: false }];
    default:
      return [{ text: part.text, isKnown: part.type === "BraceExpansion", splits: false }];
  }
}

function variable(name: string, source: string, scope: Scope): Fragment {
  if (name === "PWD" && scope.directory !== undefined) return { text: scope.directory, isKnown: true, splits: false };
  if (name === "0" && scope.script !== undefined) return { text: scope.script, isKnown: true, splits: false };
  const value = scope.vars.get(name);
  if (value !== undefined) return { text: value, isKnown: true, splits: true };
  // Beyond the arguments that a script was called with there is nothing.
  if (scope.hasArguments && /^(?:\d+|[@*])$/.test(name)) return { text: "", isKnown: true, splits: true };
  return { text: source, isKnown: false, splits: false };
}

function parameter(part: WordPart & { type: "ParameterExpansion" }, scope: Scope): readonly Fragment[] {
  const { operation, prefix } = part;
  const plain = variable(part.parameter, part.text, scope);
  if (prefix !== undefined || part.index !== undefined) return [{ ...plain, text: part.text, isKnown: false }];
  if (operation === undefined) return [plain];
  if (operation.type !== "Default") return [{ text: part.text, isKnown: false, splits: false }];
  const isSet = plain.isKnown && plain.text !== "";
  if (operation.operator.endsWith("+")) {
    if (!scope.vars.has(part.parameter) && !plain.isKnown) return [{ ...plain, text: part.text }];
    return isSet ? operandOf(operation.operand, scope) : [{ text: "", isKnown: true, splits: true }];
  }
  if (operation.operator.endsWith("?")) return [plain];
  // A variable that the project does not set keeps its default; one that is set to something unknown is unknown.
  if (isSet || (scope.vars.has(part.parameter) && !plain.isKnown)) return [plain];
  return operandOf(operation.operand, scope);
}

function operandOf(operand: Word, scope: Scope): readonly Fragment[] {
  if (operand.parts === undefined) return [{ text: operand.value, isKnown: true, splits: true }];
  return operand.parts.flatMap((part) => fragmentsOf(part, scope));
}

/** `$(cat <<EOF ...)` is the text itself. */
function hereText(part: WordPart & { type: "CommandExpansion" }): ShellWord | undefined {
  const [statement, ...more] = part.script?.commands ?? [];
  const command = statement?.command;
  if (more.length > 0 || command?.type !== "Command" || command.name?.value !== "cat" || command.args.length > 0)
    return undefined;
  const [redirect] = command.redirects;
  return redirect?.type === "HereDoc" ? { text: redirect.body.text, isKnown: true } : undefined;
}

/** The folders that scripts ask the shell for: where they run, where they lie, where the repository begins. */
function folderOf(source: string, scope: Scope): ShellWord {
  const command = source.replace(/^(?:\$\(|`)\s*|\s*(?:\)|`)$/g, "");
  const unknown = { text: source, isKnown: false };
  if (command === "pwd") return scope.directory === undefined ? unknown : { text: scope.directory, isKnown: true };
  if (command === "git rev-parse --show-toplevel") return { text: scope.root, isKnown: true };
  if (/^(?:which|command -v)\s+\S+$/.test(command)) return { text: command.split(/\s+/).at(-1) ?? "", isKnown: true };
  if (scope.script === undefined) return unknown;
  const self = String.raw`"?(?:\$0|\$\{0\}|\$BASH_SOURCE|\$\{BASH_SOURCE(?:\[0\])?(?::-\$0)?\})"?`;
  const dirname = String.raw`dirname\s+(?:--\s+)?(?:${self}|"?\$\((?:readlink -f|realpath)\s+(?:--\s+)?${self}\)"?)`;
  const inFolder = new RegExp(
    String.raw`^(?:${dirname}|cd\s+(?:-P\s+|--\s+)*"?\$\(\s*${dirname}\s*\)"?(?<up>(?:/\.\.)*)"?(?:\s*>\s*/dev/null(?:\s*2>&1)?)?\s*(?:&&|;)\s*pwd(?:\s+-P)?)$`,
  ).exec(command);
  const folder = parentOf(scope.script);
  if (inFolder === null || folder === undefined) return unknown;
  return { text: joinPath(folder, `.${inFolder.groups?.["up"] ?? ""}`), isKnown: true };
}
