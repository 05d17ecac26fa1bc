import { argvOf, type CommandCall, programOf } from "./command.js";
import type { CiFiles } from "./ci-files.js";
import type { Follow, Target } from "./follow.js";
import { follows } from "./follows.js";
import type { Break, CiJob, Hop, Place, Script, Step, Unknown } from "./model.js";
import { readWithSources } from "./shell/sourced.js";
import { type Scope, withArguments } from "./shell/scope.js";
import { startedTool } from "./started-tool.js";
import { stepLegs } from "./step-legs.js";
import { type Tool, toolOf } from "./tool.js";
import { unwrap } from "./unwrap.js";

/** A command that a job runs in the end. */
export interface Run {
  readonly job: CiJob;
  readonly argv: readonly string[];
  readonly tool: Tool;
  readonly place: Place;
  /** From the job's step to the command. */
  readonly chain: readonly Hop[];
  /** What keeps its failure from the job; empty when the run gates. */
  readonly breaks: readonly Break[];
  readonly directory: string | undefined;
}

export interface Resolution {
  readonly runs: readonly Run[];
  readonly unknowns: readonly Unknown[];
}

const mostHops = 3;
const mostWrappers = 8;
/** A job that runs more than this is a generated one; what lies beyond is told as unknown. */
const mostCommands = 4000;

/** Where a command stands while it is followed. */
interface Way {
  readonly job: CiJob;
  readonly chain: readonly Hop[];
  readonly breaks: readonly Break[];
  readonly hops: number;
  /** What was entered on the way, so that nothing is entered twice. */
  readonly entered: ReadonlySet<string>;
}

/** Follows the steps of a job to what they run in the end. */
export async function resolveJob(job: CiJob, files: CiFiles): Promise<Resolution> {
  const runs = new Map<string, Run>();
  const unknowns = new Map<string, Unknown>();
  let count = 0;

  const note = (unknown: Unknown): void => {
    unknowns.set(`${unknown.place.path}:${unknown.place.line} ${unknown.detail}`, unknown);
  };

  const visitScript = async (script: Script, scope: Scope, way: Way): Promise<void> => {
    const reading = await readWithSources(script, scope, files);
    reading.unknowns.forEach(note);
    for (const call of reading.commands) await visitCall({ ...call, breaks: [...way.breaks, ...call.breaks] }, way, 0);
  };

  const visitCall = async (call: CommandCall, way: Way, wrappers: number): Promise<void> => {
    if (++count > mostCommands)
      return note({ place: call.place, detail: `the job runs more than ${mostCommands} commands` });
    if (call.words[0] === undefined) return;
    if (isSetUp(call)) return;
    if (!call.words[0].isKnown && !isKnownByName(call)) {
      return note({
        place: call.place,
        detail: `what \`${call.source.trim().split("\n")[0] ?? ""}\` runs, only the run knows`,
      });
    }
    for (const follow of follows) {
      if (await enter(follow, call, way)) return;
    }
    const inner = wrappers < mostWrappers ? unwrap(call) : undefined;
    if (inner?.kind === "call") return visitCall(inner.call, way, wrappers + 1);
    if (inner?.kind === "script") {
      const script: Script = { kind: "script", pieces: [inner.piece], shell: inner.shell };
      const key = `script ${inner.piece.text}`;
      if (way.entered.has(key)) return;
      return visitScript(script, inner.call.scope, {
        ...way,
        breaks: call.breaks,
        entered: new Set(way.entered).add(key),
      });
    }
    add(call, await startedTool(call, files), way);
  };

  const enter = async (follow: Follow, call: CommandCall, way: Way): Promise<boolean> => {
    const followed = await follow(call, files);
    if (followed === undefined) return false;
    followed.unknowns.forEach(note);
    if (followed.isRunToo === true) add(call, toolOf(call), way);
    const key = `${call.scope.directory ?? ""} ${argvOf(call).join(" ")}`;
    if (way.entered.has(key)) return true;
    if (way.hops >= mostHops && followed.targets.length > 0) {
      note({ place: call.place, detail: `\`${call.source.trim()}\` leads further than ${mostHops} hops` });
      return true;
    }
    const entered = new Set(way.entered).add(key);
    for (const target of followed.targets) {
      const chain = [...way.chain, target.hop];
      await visitTarget(target, call, {
        ...way,
        chain,
        hops: way.hops + 1,
        entered,
        breaks: [...call.breaks, ...target.breaks],
      });
    }
    return true;
  };

  const visitTarget = async (target: Target, call: CommandCall, way: Way): Promise<void> => {
    const { content, directory } = target;
    const vars = new Map(call.scope.vars);
    for (const [name, value] of Object.entries(target.env)) vars.set(name, value);
    const scope: Scope = { ...withArguments({ ...call.scope, vars }, target.args), directory, script: target.script };
    if (content.kind === "script") return visitScript(content, scope, way);
    const inner: CommandCall = { ...call, place: content.place, scope, breaks: way.breaks };
    if (content.kind === "tool") return add(inner, content.tool, way);
    return visitCall(
      { ...inner, words: content.words, source: content.words.map(({ text }) => text).join(" ") },
      way,
      0,
    );
  };

  const add = (call: CommandCall, tool: Tool, way: Way): void => {
    const { place, breaks, scope } = call;
    const own = call.words.some(({ text }) => text === "--exit-zero") ? [exitZero(call)] : [];
    const run: Run = {
      job: way.job,
      argv: argvOf(call),
      tool,
      place,
      chain: way.chain,
      breaks: [...breaks, ...own],
      directory: scope.directory,
    };
    const key = [
      place.path,
      place.line,
      scope.directory,
      ...run.argv,
      "",
      ...run.chain.map(({ path, line }) => `${path}:${line}`),
    ].join("\u0000");
    // Of legs that differ in nothing else, one that gates counts.
    const known = runs.get(key);
    if (known === undefined || run.breaks.length < known.breaks.length) runs.set(key, run);
  };

  for (const step of job.steps) {
    const chain = [...step.via, hopOf(step)];
    for (const { script, scope, breaks } of stepLegs(job, step, files.root)) {
      await visitScript(script, scope, { job, chain, breaks, hops: 0, entered: new Set() });
    }
  }
  return { runs: [...runs.values()], unknowns: [...unknowns.values()] };
}

function hopOf({ place, content }: Step): Hop {
  const text = content.kind === "script" ? (content.pieces[0]?.text ?? "") : content.name;
  return { path: place.path, line: place.line, text: text.trim().split("\n")[0] ?? "" };
}

/** `$PYTHON -m pytest` runs pytest whichever Python it is. */
function isKnownByName({ words }: CommandCall): boolean {
  return /PYTHON/i.test(words[0]?.text ?? "") && words[1]?.text === "-m";
}

/** `eval "$(conda shell.bash hook)"` and its like set the shell up and run nothing. */
function isSetUp({ source }: CommandCall): boolean {
  return (
    /^\s*(?:eval\s+)?["'`]?\$?\(?[^()]*\b(?:hook|init|agent|activate|shellenv|env)\b[^()]*\)?["'`]?\s*(?:-[a-z]\s*)?\)?$/.test(
      source,
    ) && /^\s*(?:eval\b|["']?\$\()/.test(source)
  );
}

function exitZero(call: CommandCall): Break {
  return { kind: "exit-zero", detail: `\`${programOf(call)} --exit-zero\` never fails`, place: call.place };
}
