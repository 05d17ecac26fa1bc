import { DockerfileParser, type Instruction } from "dockerfile-ast";
import { nameOf } from "../paths.js";
import { type FactSource, type ReadFacts, readFiles } from "./fact-source.js";
import type { Dockerfile, DockerStage } from "./file-facts.js";
import { isForeign } from "./foreign.js";
import { perText } from "./per-text.js";

/** The Dockerfiles of a project, each with its stages. */
export function readDockerfiles(source: FactSource): Promise<ReadFacts<Dockerfile>> {
  return readFiles(source, isDockerfile, (text, path, memory) => {
    const stages = stagesIn(text, path, memory);
    return stages.length === 0 ? [] : [{ path, stages }];
  });
}

const stagesIn = perText(stagesOf);

/** `Dockerfile`, `Dockerfile.gpu`, `train.Dockerfile`, `Containerfile`; templates and notes about one are none. */
function isDockerfile(path: string): boolean {
  const name = nameOf(path);
  return /(?:^|[._-])(?:dockerfile|containerfile)(?:$|[._-])/i.test(name) && !otherEnds.test(name) && !isForeign(path);
}

const otherEnds =
  /\.(?:dockerignore|md|rst|txt|orig|bak|disabled|off|old|j2|jinja2?|tmpl|tpl|template|erb|py|sh|ya?ml|json|toml|lock|ipynb|[jt]s|html?)$/i;

/** A stage while its instructions are read. */
interface OpenStage {
  stage: DockerStage & { readonly instructions: DockerStage["instructions"][number][] };
  readonly variables: Map<string, string>;
}

function stagesOf(text: string): readonly DockerStage[] {
  const lines = text.split("\n");
  const escape = /^#\s*escape\s*=\s*`/im.test(text) ? /`[ \t]*\n/g : /\\[ \t]*\n/g;
  const globals = new Map<string, string>();
  const stages: DockerStage[] = [];
  let open: OpenStage | undefined;
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const name = instruction.getInstruction().toUpperCase();
    const line = instruction.getRange().start.line + 1;
    const argument = argumentOf(instruction, lines, escape);
    if (name === "FROM") {
      open = { stage: begunStage(argument, line, globals, stages), variables: new Map() };
      stages.push(open.stage);
      continue;
    }
    if (open === undefined) {
      if (name === "ARG") setVariables(argument, globals, new Map());
      continue;
    }
    open.stage.instructions.push({ name, text: argument, line });
    if (name === "ARG" || name === "ENV") setVariables(argument, open.variables, globals);
    if (name === "USER") open.stage = { ...open.stage, user: filled(argument, open.variables) };
    if (name === "HEALTHCHECK") open.stage = { ...open.stage, hasHealthcheck: !/^\s*NONE\b/i.test(argument) };
    stages[stages.length - 1] = open.stage;
  }
  return stages;
}

/** What stands behind the keyword, flags included, as one line; a here document keeps its lines. */
function argumentOf(instruction: Instruction, lines: readonly string[], escape: RegExp): string {
  const { start, end } = instruction.getRange();
  const source = lines
    .slice(start.line, end.line + 1)
    .filter((line, index) => index === 0 || !/^\s*#/.test(line))
    .join("\n");
  return source
    .replace(/^\s*\w+[ \t]*/, "")
    .replace(escape, " ")
    .trim();
}

function begunStage(
  argument: string,
  line: number,
  globals: ReadonlyMap<string, string>,
  earlier: readonly DockerStage[],
): OpenStage["stage"] {
  const [, written = "", name] = /^(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(argument) ?? [];
  const image = filled(written, globals);
  const base = earlier.findLast((stage) => stage.name?.toLowerCase() === image.toLowerCase());
  const digest = /@(.+)$/.exec(image)?.[1];
  // A colon before the last slash is a registry's port.
  const tag = /:([^/:@]+)(?:@.*)?$/.exec(image)?.[1];
  return {
    name,
    line,
    image,
    tag: base === undefined ? tag : undefined,
    digest,
    isStage: base !== undefined,
    instructions: [],
    // What a stage sets holds in those that begin with it.
    user: base?.user,
    hasHealthcheck: base?.hasHealthcheck ?? false,
  };
}

/** `ARG NAME=value`, `ENV A=1 B=2`, `ENV A 1`; an `ARG` without a value takes the one from above the first stage. */
function setVariables(argument: string, variables: Map<string, string>, globals: ReadonlyMap<string, string>): void {
  const pairs = [...argument.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)];
  for (const [, name = "", value = ""] of pairs) {
    variables.set(name, filled(value.replace(/^(["'])(.*)\1$/s, "$2"), variables));
  }
  if (pairs.length > 0) return;
  const [name = "", ...rest] = argument.split(/\s+/);
  const value = rest.length > 0 ? rest.join(" ") : globals.get(name);
  if (value !== undefined) variables.set(name, value);
}

/** A text with the values of variables that have one; the others stay as they are written. */
function filled(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{(\w+)(?::?([-+])([^}]*))?\}|(\w+))/g,
    (whole, braced?: string, operator?: string, operand?: string, plain?: string) => {
      const value = variables.get(braced ?? plain ?? "");
      if (operator === "-") return value === undefined || value === "" ? (operand ?? "") : value;
      if (operator === "+") return value === undefined || value === "" ? "" : (operand ?? "");
      return value ?? whole;
    },
  );
}
