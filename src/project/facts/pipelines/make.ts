import { expandMake, type Makefile, readMakefile } from "../../ci/hops/makefile.js";
import { parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";

const mostTargets = 300;

/** The targets of Makefiles, with what they run. */
export async function readMake(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/(?:^|\/)(?:GNUmakefile|[Mm]akefile|[^/]+\.mk)$/)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    const makefile = readMakefile(text, path);
    const phony = phonyTargets(text, makefile);
    for (const [name] of [...makefile.targets].slice(0, mostTargets))
      steps.push(await targetStep(name, makefile, phony, path, project));
  }
  return steps;
}

function phonyTargets(text: string, { variables }: Makefile): ReadonlySet<string> {
  const lists = [...text.replace(/\\\n/g, " ").matchAll(/^\.PHONY\s*:(.*)$/gm)].map(([, names = ""]) =>
    expandMake(names, variables),
  );
  return new Set(lists.flatMap((names) => names.trim().split(/\s+/)));
}

async function targetStep(
  written: string,
  { targets, variables }: Makefile,
  phony: ReadonlySet<string>,
  path: string,
  project: PipelineProject,
): Promise<PipelineStep> {
  const target = targets.get(written)!;
  const name = expandMake(written, variables);
  const wanted = target.needs.flatMap((need) => expandMake(need, variables).split(/\s+/)).filter((need) => need !== "");
  const local = new Map(variables)
    .set("@", name)
    .set("<", wanted[0] ?? "")
    .set("^", wanted.join(" "));
  const commands = target.recipe.map((piece) => ({
    text: expandMake(piece.text, local).replace(/^[\s@+-]*/, ""),
    line: piece.line,
  }));
  const known = new Set([...targets.keys()].map((one) => expandMake(one, variables)));
  const isFile = (one: string) => !phony.has(one) && /[./%]/.test(one);
  return pipelineStep({
    ...{ system: "make", path, line: target.line, name },
    commands: commands.map(({ text }) => text),
    runs: await runsOfCommands({ path, commands, folder: parentOf(path) ?? "" }, project),
    inputs: distinct(wanted.filter(isFile)),
    outputs: isFile(name) ? [name] : [],
    needs: distinct([...wanted, ...calledTargets(commands)].filter((need) => known.has(need) && need !== name)),
  });
}

/** `$(MAKE) train`: what the recipe makes itself, in order. */
function calledTargets(commands: readonly { readonly text: string }[]): readonly string[] {
  return commands.flatMap(({ text }) => [...text.matchAll(/\bmake\s+([\w./-]+)/g)].map(([, name = ""]) => name));
}
