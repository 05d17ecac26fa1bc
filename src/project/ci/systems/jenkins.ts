import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import type { SystemReading } from "../ci-system.js";
import { type Break, type CiJob, placeOf, type Shell, type Step, type Trigger } from "../model.js";
import { shebangShell } from "../shell/options.js";
import { cmd, defaultShells, powershell } from "../shells.js";
import { type GroovyToken, groovyTokens } from "./groovy.js";

const folders = [".", "jenkins", ".jenkins", "ci", ".ci", "build"];

/** Jenkins: each Jenkinsfile, declarative or scripted, as the shell steps in it and the blocks around them. */
export async function readJenkins(files: CiFiles, extra: readonly string[]): Promise<SystemReading> {
  const paths = extra.filter((path) => /jenkinsfile/i.test(path));
  for (const folder of folders) {
    for (const { name, type } of await files.names(joinPath(files.root, folder))) {
      if (
        type === "file" &&
        /^Jenkinsfile(?:\.\w+)?$|\.jenkinsfile$/i.test(name) &&
        !/\.(?:disabled|bak|old|md)$/.test(name)
      )
        paths.push(joinPath(files.root, `${folder}/${name}`));
    }
  }
  const jobs: CiJob[] = [];
  const distinct = [...new Set(paths)];
  for (const path of distinct) {
    const text = await files.text(path);
    if (text !== undefined) jobs.push(jobOf(groovyTokens(text), text, path, files));
  }
  return { jobs, unknowns: [], paths: distinct, disabled: [] };
}

/** A block that is open: its name, what it is called with, and its first token. */
interface Block {
  readonly name: string;
  readonly args: readonly GroovyToken[];
  readonly open: number;
}

function jobOf(tokens: readonly GroovyToken[], text: string, path: string, files: CiFiles): CiJob {
  const steps: Step[] = [];
  const blocks: Block[] = [];
  tokens.forEach((token, index) => {
    if (token.text === "{" && token.kind === "sign") blocks.push(blockAt(tokens, index));
    else if (token.text === "}" && token.kind === "sign") blocks.pop();
    else if (token.kind === "word") {
      const step = stepAt(tokens, index, blocks, path, files);
      if (step !== undefined) steps.push(step);
    }
  });
  const lines = text.split("\n").length;
  return {
    system: "jenkins",
    name: path.replace(/^.*\//, ""),
    place: placeOf(path, 1, lines),
    triggers: triggersOf(tokens),
    needs: [],
    disabled: undefined,
    legs: [{}],
    steps,
  };
}

/** The word in front of `{`, and what stands between its brackets. */
function blockAt(tokens: readonly GroovyToken[], open: number): Block {
  let at = open - 1;
  const args: GroovyToken[] = [];
  if (tokens[at]?.text === ")") {
    for (let depth = 0; at >= 0; at--) {
      if (tokens[at]!.text === ")") depth++;
      if (tokens[at]!.text === "(" && --depth === 0) break;
      args.unshift(tokens[at]!);
    }
    at--;
  } else if (tokens[at]?.kind === "text") args.unshift(tokens[at--]!);
  return { name: tokens[at]?.kind === "word" ? tokens[at]!.text : "", args, open };
}

const shells: Readonly<Record<string, Shell>> = { sh: defaultShells.jenkins, bat: cmd, powershell, pwsh: powershell };

function stepAt(
  tokens: readonly GroovyToken[],
  index: number,
  blocks: readonly Block[],
  path: string,
  files: CiFiles,
): Step | undefined {
  const word = tokens[index]!;
  const shell = shells[word.text];
  if (shell === undefined || tokens[index - 1]?.text === "." || tokens[index + 1]?.text === ":") return undefined;
  const args = argumentsAfter(tokens, index);
  const named = args.findIndex((token, at) => token.text === "script" && args[at + 1]?.text === ":");
  const script = args.slice(Math.max(0, named)).find(({ kind }) => kind === "text");
  if (script === undefined || blocks.some(isNeverBlock)) return undefined;
  const place = placeOf(path, word.line, script.line + script.text.split("\n").length - 1);
  const isTaken = args.some((token, at) => token.text === "returnStatus" && args[at + 2]?.text === "true");
  const breaks: Break[] = isTaken
    ? [{ kind: "or-ignored", detail: "`returnStatus: true` hands the status to the script", place }]
    : [];
  for (const block of blocks) {
    const reason = takenBy(block, tokens);
    if (reason !== undefined) breaks.push({ ...reason, place: placeOf(path, tokens[block.open]!.line) });
  }
  const folder = blocks.findLast(({ name }) => name === "dir")?.args.find(({ kind }) => kind === "text")?.text ?? ".";
  const trimmed = script.text.replace(/^\s*\n/, "");
  const line =
    script.line +
    (script.text.length - trimmed.length > 0
      ? script.text.slice(0, script.text.length - trimmed.length).split("\n").length - 1
      : 0);
  const own = word.text === "sh" ? (shebangShell(trimmed.trimStart()) ?? shell) : shell;
  return {
    place,
    content: { kind: "script", pieces: [{ text: trimmed, path, line }], shell: own },
    directory: folder.includes("$") ? undefined : joinPath(files.root, folder),
    env: {},
    values: {},
    breaks,
    condition: undefined,
    via: blocks
      .filter(({ name }) => name === "stage")
      .map(({ args: [title], open }) => ({ path, line: tokens[open]!.line, text: `stage ${title?.text ?? ""}` })),
  };
}

/** `sh 'x'`, `sh "x"`, `sh(script: 'x', returnStatus: true)`, `sh script: 'x'`. */
function argumentsAfter(tokens: readonly GroovyToken[], index: number): readonly GroovyToken[] {
  const first = tokens[index + 1];
  if (first?.text !== "(") {
    const { line } = tokens[index]!;
    const end = tokens.findIndex(
      (token, at) => at > index && (token.line > line || token.text === "}" || token.text === ";"),
    );
    return tokens.slice(index + 1, end < 0 ? undefined : end);
  }
  let depth = 0;
  for (let at = index + 1; at < tokens.length; at++) {
    if (tokens[at]!.kind !== "sign") continue;
    if (tokens[at]!.text === "(") depth++;
    if (tokens[at]!.text === ")" && --depth === 0) return tokens.slice(index + 2, at);
  }
  return tokens.slice(index + 2);
}

function isNeverBlock({ name, args }: Block): boolean {
  return name === "if" && args.length === 1 && args[0]?.text === "false";
}

/** Does a block keep a failure in it from the build? */
function takenBy({ name, args, open }: Block, tokens: readonly GroovyToken[]): Omit<Break, "place"> | undefined {
  if (name === "catchError" || name === "warnError") {
    const at = args.findIndex(({ text }) => text === "buildResult");
    const result = args[at + 2]?.text;
    // `catchError` alone lets the build go on, and fail in the end (jenkins.io, workflow-basic-steps).
    const isKept = name === "catchError" && (at < 0 || result === "FAILURE");
    return isKept ? undefined : { kind: "or-ignored", detail: `\`${name}\` keeps the build from failing` };
  }
  if (name === "post" || name === "finally") return { kind: "too-late", detail: `\`${name}\` runs after the result` };
  if (name !== "try") return undefined;
  const close = closing(tokens, open);
  if (tokens[close + 1]?.text !== "catch") return undefined;
  const handler = tokens.findIndex((token, at) => at > close && token.text === "{");
  const body = tokens.slice(handler, closing(tokens, handler)).map(({ text }) => text);
  const isRaised = body.includes("throw") || body.includes("error") || body.join(" ").includes("FAILURE");
  return isRaised ? undefined : { kind: "or-ignored", detail: "`catch` takes the failure" };
}

function closing(tokens: readonly GroovyToken[], open: number): number {
  let depth = 0;
  for (let at = open; at >= 0 && at < tokens.length; at++) {
    if (tokens[at]!.kind !== "sign") continue;
    if (tokens[at]!.text === "{") depth++;
    if (tokens[at]!.text === "}" && --depth === 0) return at;
  }
  return tokens.length;
}

/** A Jenkinsfile is built for each change of its repository, unless it names when. */
function triggersOf(tokens: readonly GroovyToken[]): readonly Trigger[] {
  const at = tokens.findIndex(
    ({ kind, text }, index) => kind === "word" && text === "triggers" && /^[{(]$/.test(tokens[index + 1]?.text ?? ""),
  );
  if (at < 0) return ["push", "pull-request"];
  const inside = tokens.slice(at, closing(tokens, at + 1)).map(({ text }) => text);
  const found = new Set<Trigger>(["manual"]);
  if (inside.some((word) => /cron/i.test(word) && word !== "pollSCM")) found.add("schedule");
  if (inside.some((word) => /pollSCM|push/i.test(word))) found.add("push");
  if (inside.includes("upstream")) found.add("other");
  return [...found];
}
