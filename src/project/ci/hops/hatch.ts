import { at, record, strings } from "../../structured.js";
import { joinPath, upwards } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, followedTo, startedTarget, type Target } from "../follow.js";
import type { Break } from "../model.js";
import { placeOf } from "../model.js";
import { checkedLines } from "../shells.js";
import { tomlLine } from "./lines.js";

/** `hatch run test:cov`: the script `cov` of the environment `test`; scripts may name others. */
export async function followHatch(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  if (programOf(call) !== "hatch") return undefined;
  const outer = readArguments(call.words.slice(1), wordSet("-e --env -p --project"), { stopsAtFirst: true });
  if (outer.others[0]?.text !== "run" && outer.others[0]?.text !== "fmt") return undefined;
  const inner = readArguments(outer.others.slice(1), wordSet("-e --env -i --include -x --exclude"), {
    stopsAtFirst: true,
  });
  const [first, ...rest] = inner.others;
  if (first === undefined || call.scope.directory === undefined) return undefined;
  const colon = first.text.indexOf(":");
  const isPrefixed = colon > 0 && !first.text.includes("/") && !first.text.includes("\\");
  const environment = isPrefixed ? first.text.slice(0, colon) : (option(outer, "-e", "--env") ?? "default");
  const name = isPrefixed ? first.text.slice(colon + 1) : first.text;
  const found = await scriptsOf(environment.replace(/^\+[^:]*$/, "default"), call.scope.directory, files);
  if (found === undefined || !Object.hasOwn(found.scripts, name)) {
    // `hatch run test:pytest` starts a program in the environment `test`.
    if (!isPrefixed) return undefined;
    return followedTo(startedTarget(call, [{ text: name, isKnown: first.isKnown }, ...rest]));
  }
  const { scripts, path, folder } = found;
  const text = (await files.text(path)) ?? "";
  const targets: Target[] = [];
  const entered = new Set<string>();
  const expand = (script: string, args: string, isIgnored: boolean): void => {
    if (entered.has(script)) return;
    entered.add(script);
    const line = tomlLine(text, "", script);
    const value = scripts[script];
    for (const command of typeof value === "string" ? [value] : strings(value)) {
      const ignores = isIgnored || command.startsWith("- ");
      const plain = command
        .replace(/^- /, "")
        .replace(/\{args(?::([^}]*))?\}/g, (_whole, preset?: string) => (args === "" ? (preset ?? "") : args));
      const [head = "", ...tail] = plain.trim().split(/\s+/);
      if (Object.hasOwn(scripts, head) && head !== script) {
        expand(head, tail.join(" "), ignores);
        continue;
      }
      const breaks: readonly Break[] = ignores
        ? [
            {
              kind: "ignored-by-tool",
              detail: "hatch ignores a command that begins with `- `",
              place: placeOf(path, line),
            },
          ]
        : [];
      const content = { kind: "script", pieces: [{ text: plain, path, line }], shell: checkedLines } as const;
      targets.push({ hop: { path, line, text: script }, directory: folder, env: {}, breaks, content });
    }
  };
  expand(name, rest.map((word) => word.text).join(" "), false);
  return { targets, unknowns: [] };
}

async function scriptsOf(environment: string, directory: string, files: CiFiles) {
  for (const folder of upwards(directory)) {
    for (const [file, keys] of [
      ["hatch.toml", ["envs"]],
      ["pyproject.toml", ["tool", "hatch", "envs"]],
    ] as const) {
      const path = joinPath(folder, file);
      const environments = record(at(await files.toml(path), ...keys));
      const template = at(environments[environment], "template");
      const names = [environment, ...(typeof template === "string" ? [template] : []), "default"];
      const scripts = Object.assign(
        {},
        ...names.toReversed().map((name) => record(at(environments[name], "scripts"))),
      ) as unknown;
      if (Object.keys(environments).length > 0) return { scripts: record(scripts), path, folder };
    }
    if (folder === files.root) return undefined;
  }
  return undefined;
}
