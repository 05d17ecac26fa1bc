import { callsIn } from "../../ci/hops/python-calls.js";
import { functionsOf, sessionOf, textOf, wordsOf } from "../../ci/hops/nox-sessions.js";
import { LineIndex } from "../../../syntax/line-index.js";
import { joinPath, parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import { virtualRoot, type PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";

/** The sessions of noxfiles, with what they run. One waits for those that it requires, and for who notifies it. */
export async function readNox(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/(?:^|\/)noxfile\.py$/)) {
    const form = await project.ciFiles.python(joinPath(virtualRoot, path));
    if (form === undefined) continue;
    const lines = new LineIndex(form.text);
    const notifiers: { readonly by: string; readonly of: string }[] = [];
    const found: PipelineStep[] = [];
    for (const { name, function: body, requires } of [...functionsOf(form.body).values()].flatMap(sessionOf)) {
      const calls = callsIn(body.body).flatMap(({ expression: { callee, args, start } }) =>
        callee.kind === "Attribute" ? [{ method: callee.name, args, line: lines.position(start).line }] : [],
      );
      const commands = calls.flatMap(({ method, args, line }) =>
        /^run(?:_always|_install)?$/.test(method)
          ? [
              {
                text: wordsOf(args)
                  .map((word) => quoted(word.text))
                  .join(" "),
                line,
              },
            ]
          : [],
      );
      for (const { method, args } of calls) {
        const of = method === "notify" ? textOf(args[0]?.value) : undefined;
        if (of !== undefined) notifiers.push({ by: name, of });
      }
      found.push(
        pipelineStep({
          ...{ system: "nox", path, line: lines.position(body.start).line, name },
          commands: commands.map(({ text }) => text),
          runs: await runsOfCommands({ path, commands, folder: parentOf(path) ?? "" }, project),
          needs: requires,
        }),
      );
    }
    const needsOf = (step: PipelineStep): readonly string[] =>
      distinct([...step.needs, ...notifiers.filter(({ of }) => of === step.name).map(({ by }) => by)]);
    steps.push(...found.map((step) => ({ ...step, needs: needsOf(step) })));
  }
  return steps;
}

/** Words are given one by one, so that a blank in one of them parts nothing. */
function quoted(word: string): string {
  return /^[\w./:=@,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "")}'`;
}
