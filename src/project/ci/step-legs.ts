import { fillIn, isTrueIn, unknownValue } from "./expressions.js";
import type { Break, CiJob, Script, Step, Variables } from "./model.js";
import { openScope, type Scope } from "./shell/scope.js";

/** Of a matrix this many legs are followed; the others differ in nothing that CI files usually say. */
const mostLegs = 24;

export interface StepLeg {
  readonly script: Script;
  readonly scope: Scope;
  readonly breaks: readonly Break[];
}

/** A step's script in each leg of its job that makes a difference to it, with what is known put in. */
export function stepLegs(job: CiJob, step: Step, root: string): readonly StepLeg[] {
  const { content } = step;
  if (content.kind !== "script") return [];
  return legsOf(job, step).map((leg) => {
    const fill = (text: string): string => fillIn(text, job.system, leg);
    const isKnown = (text: string): boolean => !text.includes(unknownValue);
    const env = Object.entries({ ...(job.system === "github" ? {} : leg), ...step.env }).map(
      ([name, value]) => [name, fill(value)] as const,
    );
    const directory = step.directory === undefined ? undefined : fill(step.directory);
    const scope = openScope(
      root,
      directory?.includes("$") === true ? undefined : directory,
      Object.fromEntries(env.filter(([, value]) => isKnown(value))),
    );
    const vars = new Map(scope.vars);
    for (const [name, value] of env) if (!isKnown(value)) vars.set(name, undefined);
    const pieces = content.pieces.map((piece) => ({ ...piece, text: fill(piece.text) }));
    const breaks = step.breaks.filter(({ when }) => when === undefined || isTrueIn(when, leg));
    return { script: { ...content, pieces }, scope: { ...scope, vars }, breaks };
  });
}

/** The values of a step in each leg of the matrix that makes a difference to it. */
function legsOf({ legs, system }: CiJob, step: Step): readonly Variables[] {
  const { content } = step;
  const texts = content.kind === "script" ? content.pieces.map(({ text }) => text) : [];
  const conditions = step.breaks.flatMap(({ when }) => when ?? []);
  const all = [
    ...texts,
    ...conditions,
    ...Object.values(step.env),
    ...Object.values(step.values),
    step.directory ?? "",
  ].join("\n");
  const distinct = new Map<string, Variables>();
  for (const leg of legs) {
    // Tools read these from the environment without being told.
    const used = Object.entries(leg).filter(
      ([name]) => all.includes(name.replace(/^matrix\./, "")) || /^(?:TOXENV|NOXSESSION)$/.test(name),
    );
    const key = JSON.stringify(used);
    if (!distinct.has(key) && distinct.size < mostLegs) distinct.set(key, { ...step.values, ...leg });
  }
  if (system === "github")
    return [...distinct.values()].map((values) => ({ ...values, ...prefixed("env.", step.env) }));
  return [...distinct.values()].map((values) => ({ ...step.env, ...values }));
}

function prefixed(prefix: string, values: Variables): Variables {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}
