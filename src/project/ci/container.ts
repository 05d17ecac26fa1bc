import { toolImages } from "../../knowledge/tool-images.js";
import { joinPath, within } from "../paths.js";
import { type Arguments, type CommandCall, option, readArguments, wordSet } from "./command.js";
import type { ShellWord } from "./shell/words.js";

export type CommandInContainer = Pick<CommandCall, "words" | "scope">;

/** `docker run image command`, `docker exec container command`. A service of compose has its own file. */
export function commandInContainer(rest: readonly ShellWord[], call: CommandCall): CommandInContainer | undefined {
  const verb = rest[0]?.text;
  if (verb !== "run" && verb !== "exec") return undefined;
  const read = readArguments(rest.slice(1), dockerValued, { stopsAtFirst: true });
  const [image, ...command] = read.others;
  const entry = option(read, "--entrypoint") ?? (verb === "run" ? toolOfImage(image?.text ?? "") : undefined);
  const words = entry === undefined || entry === "" ? command : [{ text: entry, isKnown: true }, ...command];
  if (words.length === 0) return undefined;
  return { words: words.map((word) => fromMount(word, read.options, call)), scope: containerScope(read, call) };
}

/** `tufin/oasdiff` of `docker.io/tufin/oasdiff:v1`; an image that starts nothing by itself, or that nobody knows, has none. */
function toolOfImage(image: string): string | undefined {
  const [, name = ""] = /^(?:[\w-]+(?:\.[\w-]+)+\/)?([^:@]+)/.exec(image) ?? [];
  return toolImages.get(name);
}

const dockerValued = wordSet(
  "-v --volume -w --workdir -e --env --env-file --name --network --net -u --user -p --publish --entrypoint --gpus --shm-size " +
    "--mount --platform --ipc --memory -m --cpus -h --hostname --label -l --add-host --runtime --ulimit --cap-add --device --tmpfs --link --pull -f --file --project-directory --profile --index",
);

function mountsOf(options: ReadonlyMap<string, readonly string[]>): readonly (readonly [string, string])[] {
  return [...(options.get("-v") ?? []), ...(options.get("--volume") ?? [])].flatMap((mount) => {
    const [from = "", to] = mount.split(":");
    return to === undefined ? [] : [[from, to] as const];
  });
}

function outside(path: string, options: ReadonlyMap<string, readonly string[]>, call: CommandCall): string | undefined {
  for (const [from, to] of mountsOf(options)) {
    const inner = within(to, path);
    if (inner === undefined) continue;
    if (from.startsWith("/")) return joinPath(from, inner);
    if (/^\.{1,2}(?:\/|$)/.test(from) && call.scope.directory !== undefined) {
      return joinPath(call.scope.directory, `${from}/${inner}`);
    }
  }
  return undefined;
}

function fromMount(word: ShellWord, options: ReadonlyMap<string, readonly string[]>, call: CommandCall): ShellWord {
  const path = word.text.startsWith("/") ? outside(word.text, options, call) : undefined;
  return path === undefined ? word : { ...word, text: path };
}

/** Inside a container the project stands where it is mounted; without a mount it is a copy of the folder. */
function containerScope(read: Arguments, call: CommandCall): CommandCall["scope"] {
  const folder = option(read, "-w", "--workdir");
  const directory = folder === undefined ? undefined : outside(folder, read.options, call);
  return { ...call.scope, directory: directory ?? call.scope.directory };
}
