import type { CiFiles } from "../ci-files.js";
import { type CommandCall, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { checkedLines } from "../shells.js";
import { isPython } from "../tool.js";
import { child, itemsOf, textOf, textsOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

const valued = wordSet(
  "-c --config --hook-stage --files --from-ref --to-ref -s -o --source --origin --color --commit-msg-filename",
);

/** `pre-commit run`: the hooks. A local one runs its entry; one from elsewhere is a tool by its id. */
export async function followPreCommit(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const program = programOf(call);
  const isModule = isPython(program) && call.words[1]?.text === "-m" && call.words[2]?.text === "pre_commit";
  if (program !== "pre-commit" && program !== "prek" && !isModule) return undefined;
  const args = readArguments(call.words.slice(isModule ? 3 : 1), valued);
  const [verb, ...ids] = args.others.map(({ text }) => text);
  if (verb !== "run") return { targets: [], unknowns: [] };
  const { directory } = call.scope;
  if (directory === undefined) return unknownHere(call, "pre-commit runs in a folder that is not known");
  const named = option(args, "-c", "--config");
  const path = await files.firstIn(
    directory,
    named === undefined ? [".pre-commit-config.yaml", ".pre-commit-config.yml"] : [named],
  );
  const [tree] = path === undefined ? [] : await files.yaml(path);
  if (path === undefined || tree === undefined)
    return unknownHere(call, "there is no configuration of pre-commit where it runs");
  // Only the values of options stand among the ids that name no hook: `--files a b`.
  const id = ids[0];
  const stage = option(args, "--hook-stage") ?? "pre-commit";
  const skipped = new Set((call.scope.vars.get("SKIP") ?? "").split(","));
  const targets: Target[] = [];
  for (const repository of itemsOf(child(tree, "repos"))) {
    const isLocal = textOf(child(repository, "repo")) === "local";
    for (const hook of itemsOf(child(repository, "hooks"))) {
      const name = textOf(child(hook, "id")) ?? "";
      const isAsked = id === undefined ? runsAt(hook, tree, stage) : name === id || textOf(child(hook, "alias")) === id;
      if (name === "" || !isAsked || skipped.has(name)) continue;
      targets.push(targetOf(hook, name, isLocal, path, directory));
    }
  }
  const isFound = targets.length > 0 || id === undefined;
  return { targets, unknowns: isFound ? [] : unknownHere(call, `${path} has no hook \`${id}\``).unknowns };
}

function runsAt(hook: Tree, tree: Tree, stage: string): boolean {
  const stages = textsOf(child(hook, "stages") ?? child(tree, "default_stages"));
  const modern = (name: string): string => (name === "commit" || name === "push" ? `pre-${name}` : name);
  return stages.length === 0 || stages.map(modern).includes(modern(stage));
}

function targetOf(hook: Tree, name: string, isLocal: boolean, path: string, directory: string): Target {
  const hop = { path, line: hook.line, text: `hook ${name}` };
  const args = textsOf(child(hook, "args"));
  const entry = child(hook, "entry");
  const place = { path, line: hook.line, endLine: hook.endLine };
  const base = { hop, directory, env: {}, breaks: [] };
  if (isLocal && entry?.kind === "scalar") {
    const text = [entry.text, ...args.map((arg) => (/[\s"'$]/.test(arg) ? `'${arg}'` : arg))].join(" ");
    return {
      ...base,
      content: { kind: "script", pieces: [{ text, path, line: entry.textLine }], shell: checkedLines },
    };
  }
  return { ...base, content: { kind: "tool", tool: { name, args, script: undefined, module: undefined }, place } };
}
