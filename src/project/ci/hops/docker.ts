import { DockerfileParser, type Dockerfile, type From, type Instruction } from "dockerfile-ast";
import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { type Shell } from "../model.js";
import { posixShell } from "../shell/options.js";
import { namedShell } from "../shells.js";

const valued = wordSet(
  "-t --tag -f --file --target --build-arg --platform --cache-from --cache-to --network --secret --ssh --label --progress --output -o --builder --iidfile --metadata-file --build-context --provenance --sbom --shm-size --memory -m",
);

/** `docker build --target test .`: the `RUN` lines of the stage and of the stages that it is made from. */
export async function followDockerBuild(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  if (!/^(?:docker|podman|buildah|nerdctl)$/.test(programOf(call))) return undefined;
  const words = call.words.slice(1);
  const verbs = words.slice(0, 3).map(({ text }) => text);
  const at = ["buildx", "image", "builder"].includes(verbs[0] ?? "") ? 1 : 0;
  if (!/^(?:build|bud|b)$/.test(verbs[at] ?? "")) return undefined;
  const { directory } = call.scope;
  if (directory === undefined) return unknownHere(call, "docker builds in a folder that is not known");
  const args = readArguments(words.slice(at + 1), valued);
  const context = args.others[0];
  if (context?.isKnown === false || /^(?:https?:|git@|-$)/.test(context?.text ?? "")) {
    return unknownHere(call, `what docker builds from \`${context?.text ?? ""}\` is not in this project`);
  }
  const named = option(args, "-f", "--file");
  const path =
    named === undefined ? joinPath(directory, `${context?.text ?? "."}/Dockerfile`) : joinPath(directory, named);
  const text = await files.text(path);
  if (text === undefined) return unknownHere(call, `there is no ${path}`);
  const dockerfile = DockerfileParser.parse(text);
  const stages = stagesOf(dockerfile);
  const target = option(args, "--target");
  const last =
    target === undefined ? stages.at(-1) : stages.find(({ name }) => name?.toLowerCase() === target.toLowerCase());
  if (last === undefined) return unknownHere(call, `${path} has no stage \`${target ?? ""}\``);
  const targets = neededStages(last, stages).flatMap((stage) => runLines(stage, path, directory));
  return { targets, unknowns: [], isRunToo: true };
}

interface Stage {
  readonly name: string | undefined;
  readonly index: number;
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

function stagesOf(dockerfile: Dockerfile): readonly Stage[] {
  const stages: { name: string | undefined; index: number; image: string; instructions: Instruction[] }[] = [];
  const froms = new Map<number, From>(dockerfile.getFROMs().map((from) => [from.getRange().start.line, from]));
  for (const instruction of dockerfile.getInstructions()) {
    const from = froms.get(instruction.getRange().start.line);
    if (from === undefined) stages.at(-1)?.instructions.push(instruction);
    else
      stages.push({
        name: from.getBuildStage() ?? undefined,
        index: stages.length,
        image: from.getImage() ?? "",
        instructions: [],
      });
  }
  return stages;
}

/** A stage with those before it that it begins with or copies from, in order. */
function neededStages(last: Stage, stages: readonly Stage[]): readonly Stage[] {
  const needed = new Set<Stage>();
  const add = (stage: Stage): void => {
    if (needed.has(stage)) return;
    needed.add(stage);
    const sources = [
      stage.image,
      ...stage.instructions.flatMap((one) => /(?:--|,|--mount=)from=([^,\s]+)/.exec(one.toString())?.[1] ?? []),
    ];
    for (const source of sources) {
      const earlier = stages
        .slice(0, stage.index)
        .find(({ name, index }) => name?.toLowerCase() === source.toLowerCase() || String(index) === source);
      if (earlier !== undefined) add(earlier);
    }
  };
  add(last);
  return stages.filter((stage) => needed.has(stage));
}

function runLines({ instructions, name, image }: Stage, path: string, directory: string): readonly Target[] {
  // Docker's own shell is `/bin/sh -c`; `SHELL` sets another.
  let shell: Shell = posixShell();
  return instructions.flatMap((instruction): readonly Target[] => {
    const keyword = instruction.getInstruction().toUpperCase();
    const content = instruction.getRawArgumentsContent() ?? "";
    if (keyword === "SHELL")
      shell = namedShell([...content.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? "").join(" "));
    if (keyword !== "RUN") return [];
    const line = instruction.getRange().start.line + 1;
    const plain = content.replace(/^(?:--\w+=\S+\s*(?:\\\n\s*)?)+/, "");
    const isExec = plain.trimStart().startsWith("[");
    const text = isExec ? plain.replace(/^\s*\[|\]\s*$/g, "").replaceAll(",", " ") : plain.replace(/^\s*#.*\n/gm, "");
    const hop = { path, line, text: `stage ${name ?? image}` };
    return [
      { hop, directory, env: {}, breaks: [], content: { kind: "script", pieces: [{ text, path, line }], shell } },
    ];
  });
}
