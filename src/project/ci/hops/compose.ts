import { joinPath, parentOf } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, hasOption, option, plainWord, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, followedTo, startedTarget, type Target, unknownHere } from "../follow.js";
import { posixShell } from "../shell/options.js";
import { child, entriesOf, itemsOf, textOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

const outerValued = wordSet("-f --file -p --project-name --profile --env-file --project-directory --ansi");
const innerValued = wordSet(
  "-e --env -v --volume -w --workdir -u --user --entrypoint --name -p --publish -l --label --exit-code-from --scale --index -t --timeout --attach",
);
const names = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

/** `docker compose run tests`: the command given, else the service's own; `up --exit-code-from tests` the same. */
export async function followCompose(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const program = programOf(call);
  const isPlugin = /^(?:docker|podman)$/.test(program) && call.words[1]?.text === "compose";
  if (!isPlugin && !/^(?:docker-compose|podman-compose)$/.test(program)) return undefined;
  const outer = readArguments(call.words.slice(isPlugin ? 2 : 1), outerValued, { stopsAtFirst: true });
  const verb = outer.others[0]?.text;
  if (verb !== "run" && verb !== "exec" && verb !== "up") return { targets: [], unknowns: [], isRunToo: true };
  const inner = readArguments(outer.others.slice(1), innerValued, { stopsAtFirst: true });
  const { directory } = call.scope;
  const from = option(inner, "--exit-code-from");
  const service = verb === "up" ? from : inner.others[0]?.text;
  if (verb === "up" && service === undefined && !hasOption(inner, "--abort-on-container-exit"))
    return { targets: [], unknowns: [], isRunToo: true };
  const entry = option(inner, "--entrypoint");
  const command = [
    ...(entry === undefined ? [] : entry.split(/\s+/).map(plainWord)),
    ...(verb === "up" ? [] : inner.others.slice(1)),
  ];
  if (command.length > 0) return followedTo(startedTarget(call, command));
  if (directory === undefined) return unknownHere(call, "compose runs in a folder that is not known");
  const named = outer.options.get("-f") ?? outer.options.get("--file");
  const paths = named ?? [(await files.firstIn(directory, names)) ?? ""];
  const targets: Target[] = [];
  for (const one of paths) {
    const path = one.startsWith("/") ? one : joinPath(directory, one);
    const [tree] = await files.yaml(path);
    for (const [name, own] of entriesOf(child(tree, "services"))) {
      if (service !== undefined && name !== service) continue;
      const target = serviceTarget(own, name, path);
      if (target !== undefined) targets.push(target);
    }
  }
  return targets.length > 0
    ? { targets, unknowns: [] }
    : unknownHere(call, `what the service \`${service ?? ""}\` runs is its image's own command`);
}

function serviceTarget(service: Tree, name: string, path: string): Target | undefined {
  const parts = [child(service, "entrypoint"), child(service, "command")].filter((part) => part !== undefined);
  const first = parts[0];
  if (first === undefined) return undefined;
  const text = parts.map(commandText).join(" ").replaceAll("$$", "$");
  const line = first.kind === "scalar" ? first.textLine : first.line;
  const hop = { path, line, text: `service ${name}` };
  const directory = parentOf(path);
  return {
    hop,
    directory,
    env: {},
    breaks: [],
    content: { kind: "script", pieces: [{ text, path, line }], shell: posixShell() },
  };
}

/** A command as a text, or as a list of words. */
export function commandText(tree: Tree): string {
  if (tree.kind === "scalar") return tree.text;
  return itemsOf(tree)
    .map((item) => textOf(item) ?? "")
    .map((word) => (/^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(" ");
}
