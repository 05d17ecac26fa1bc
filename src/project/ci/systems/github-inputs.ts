import { actionCommands } from "../../../knowledge/ci-actions.js";
import type { Piece, Shell } from "../model.js";
import { posixShell } from "../shell/options.js";
import { child, entriesOf, textOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

export interface InputCommand {
  readonly piece: Piece;
  readonly shell: Shell;
  readonly folder: string | undefined;
}

interface Inputs {
  readonly uses: string;
  readonly given: Tree | undefined;
  readonly path: string;
  readonly line: number;
}

/** Under these names actions are handed the commands that they run. */
const commandInputs = /^(?:run|command|commands|cmd|script|test[-_]command|test[-_]script|entrypoint|options-command)$/;

/** Actions whose script is JavaScript or Python, and no lines for a shell. */
const otherLanguages = /(?:^|[/-])(?:github|python|node|js|javascript|typescript|powershell|ruby)-script(?:[-/@]|$)/i;

/**
 * The commands among an action's inputs. An action's shell is its own affair: one command decides for itself, and of
 * several only the last one surely does. Some well-known actions stand for a command.
 */
export function inputCommands({ uses, given, path, line }: Inputs): readonly InputCommand[] {
  const folder = textOf(child(given, "working-directory")) ?? textOf(child(given, "working_directory"));
  const stated = entriesOf(given).flatMap(([name, value]): readonly InputCommand[] => {
    if (!commandInputs.test(name) || value.kind !== "scalar" || value.isNull) return [];
    if (name === "script" && otherLanguages.test(uses)) return [];
    return [{ piece: { text: value.text, path, line: value.textLine }, shell: posixShell(), folder }];
  });
  const standing = standsFor(uses.split("@")[0] ?? "", given);
  if (standing === undefined) return stated;
  return [...stated, { piece: { text: standing, path, line }, shell: posixShell(), folder }];
}

function standsFor(action: string, given: Tree | undefined): string | undefined {
  const input = (name: string): string => textOf(child(given, name)) ?? "";
  switch (action) {
    case "pre-commit/action":
      return `pre-commit run ${input("extra_args") || "--all-files"}`;
    case "docker/build-push-action": {
      const target = input("target");
      const file = input("file");
      return `docker build${target === "" ? "" : ` --target ${target}`}${file === "" ? "" : ` -f ${file}`} ${input("context") || "."}`;
    }
    default:
      return actionCommands.get(action);
  }
}
