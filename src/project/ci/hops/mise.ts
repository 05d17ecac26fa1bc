import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, plainWord, programOf } from "../command.js";
import { type Followed, followedTo } from "../follow.js";

const folders = ["mise-tasks", ".mise-tasks", "mise/tasks", ".mise/tasks", ".config/mise/tasks"];

/** `mise run test`, where the task is a file of its own: `mise-tasks/test`, with its own first line. */
export async function followMiseFile(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const [, verb, name, ...rest] = call.words;
  if (programOf(call) !== "mise" || name === undefined || !/^(?:run|r)$/.test(verb?.text ?? "")) return undefined;
  const { directory } = call.scope;
  if (directory === undefined) return undefined;
  const path = await files.firstIn(
    directory,
    folders.map((folder) => `${folder}/${name.text.replaceAll(":", "/")}`),
  );
  if (path === undefined) return undefined;
  const hop = { path, line: 1, text: call.source };
  const content = { kind: "call", words: [plainWord(joinPath(path, ".")), ...rest], place: call.place } as const;
  return followedTo({ hop, directory, env: {}, breaks: [], content });
}
