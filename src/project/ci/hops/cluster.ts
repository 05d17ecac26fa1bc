import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { argvOf, type CommandCall, programOf } from "../command.js";
import { type Followed, startedTarget, type Target } from "../follow.js";
import type { Break } from "../model.js";
import { posixShell } from "../shell/options.js";
import { entriesOf, itemsOf } from "../tree-access.js";
import type { ScalarTree, Tree } from "../yaml-tree.js";
import { commandText } from "./compose.js";

interface Submitter {
  /** Does a command line hand a job to a cluster? */
  readonly isSubmission: RegExp;
  /** Does it wait for the job's end? */
  readonly waits: RegExp;
}

/** Programs that hand a job to a cluster. What is not waited for cannot fail the job that hands it over. */
const submitters: Readonly<Record<string, Submitter>> = {
  anyscale: { isSubmission: /^(?:jobs?|service) (?:submit|deploy|rollout)\b/, waits: /--wait\b|^jobs? wait/ },
  ray: { isSubmission: /^(?:job )?submit\b/, waits: /^(?!.*--no-wait)/ },
  sky: { isSubmission: /^(?:launch|exec|jobs launch|spot launch)\b/, waits: /^(?!.*(?:\s-d\b|--detach-run|--async))/ },
  az: { isSubmission: /^ml job create\b/, waits: /--stream\b/ },
  kubectl: { isSubmission: /^(?:apply|create)\b/, waits: /^$/ },
  sbatch: { isSubmission: /./, waits: /(?:^|\s)(?:-W|--wait)\b/ },
  qsub: { isSubmission: /./, waits: /-sync y/ },
};

const commandKeys = new Set(["entrypoint", "command", "run", "cmd", "script"]);

/** `anyscale job submit job.yaml`, `sbatch train.sh`: what the job's file says that the cluster runs. */
export async function followCluster(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const submitter = submitters[programOf(call)];
  const { directory } = call.scope;
  const line = argvOf(call).slice(1).join(" ");
  if (submitter === undefined || directory === undefined || !submitter.isSubmission.test(line)) return undefined;
  const breaks: readonly Break[] = submitter.waits.test(line)
    ? []
    : [
        {
          kind: "not-waited",
          detail: `\`${programOf(call)}\` hands the job over without waiting for its end`,
          place: call.place,
        },
      ];
  const targets: Target[] = [];
  const dashes = call.words.findIndex(({ text }) => text === "--");
  if (dashes > 0 && programOf(call) !== "sbatch")
    targets.push(startedTarget(call, call.words.slice(dashes + 1), breaks));
  for (const { text } of dashes > 0 ? [] : call.words.slice(1)) {
    const name = text.replace(/^--?[\w-]+=/, "");
    const path = joinPath(directory, name);
    if (/\.ya?ml$/.test(name)) {
      for (const tree of await files.yaml(path)) {
        for (const { text: script, at } of commandsIn(tree)) {
          const piece = { text: script, path, line: at };
          const hop = { path, line: at, text: script.trim().split("\n")[0] ?? "" };
          targets.push({
            hop,
            directory,
            env: {},
            breaks,
            content: { kind: "script", pieces: [piece], shell: posixShell() },
          });
        }
      }
    } else if (/\.(?:sh|sbatch|slurm|bash)$/.test(name)) {
      const script = await files.text(path);
      if (script === undefined) continue;
      const piece = { text: script, path, line: 1 };
      const hop = { path, line: 1, text: call.source };
      targets.push({
        hop,
        directory,
        env: {},
        breaks,
        script: path,
        content: { kind: "script", pieces: [piece], shell: posixShell() },
      });
    }
  }
  return targets.length > 0 ? { targets, unknowns: [] } : undefined;
}

function commandsIn(tree: Tree, key = ""): readonly { readonly text: string; readonly at: number }[] {
  if (tree.kind === "map") {
    const args = tree.entries.get("args");
    return entriesOf(tree).flatMap(([name, value]) => {
      if (name !== "command" || args === undefined)
        return name === "args" && tree.entries.has("command") ? [] : commandsIn(value, name);
      return [{ text: `${commandText(value)} ${commandText(args)}`, at: value.line }];
    });
  }
  if (commandKeys.has(key)) {
    const line = tree.kind === "scalar" ? (tree satisfies ScalarTree).textLine : tree.line;
    return [{ text: commandText(tree), at: line }];
  }
  return itemsOf(tree).flatMap((item) => (item === tree ? [] : commandsIn(item)));
}
