import { seedsOf, isSeedingName } from "../../knowledge/seeds.js";
import { hasOwnGenerator, seedsByItself } from "../../knowledge/random-draws.js";
import type { FunctionForm } from "../../syntax/form.js";
import { calledPaths } from "../code/called-paths.js";
import { frames } from "../code/frames.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { importSeeds } from "./seeding.js";
import { rootOf } from "../torch/training-loop.js";
import { eachExpression } from "../code/visit.js";

/**
 * Is a library's global generator seeded when the script runs? A helper of its own counts only if it is called, and for what it
 * seeds; a helper out of sight by its name; a file that is imported by what stands in it.
 */
export function isSeededInRun(model: Model, library: string): boolean {
  const seeding = model.allCalls.filter((event) => seedsBy(event).includes(library));
  if (seeding.some((event) => takesEffect(model, event))) return true;
  if (model.calls.some(handsOnSeed) || isConfiguration(model)) return true;
  const followed = new Set(model.allCalls.map(({ call }) => call));
  const unseen = calledPaths(model.form).filter(({ call }) => !followed.has(call));
  return unseen.some(({ path, call }) => seedsOf(path, call).includes(library)) || importSeeds(model, library);
}

/** A file that states a seed, reads it nowhere and trains nothing itself is loaded by a script that does. */
function isConfiguration(model: Model): boolean {
  if (model.allCalls.some(({ method }) => method !== undefined && training.has(method))) return false;
  const names = model.form.body.flatMap((statement) => {
    const target = statement.kind === "Assign" ? statement.targets[0] : undefined;
    return target?.kind === "Name" && /^(\w+_)?seed$/i.test(target.id) ? [target.id] : [];
  });
  return names.some((name) => {
    let spelled = 0;
    eachExpression(model.form.body, (expression) => {
      if (expression.kind === "Name" && expression.id === name) spelled++;
    });
    return spelled === 1;
  });
}

const training = new Set(["backward", "step", "fit", "train"]);

function seedsBy(event: CallEvent): readonly string[] {
  if (event.path !== undefined) return seedsOf(event.path, event.call);
  // What a function of the workspace does has been followed.
  if (isFollowed(event)) return [];
  const { callee } = event.call;
  const name = callee.kind === "Name" ? callee.id : event.method;
  if (name === undefined || !isSeedingName(name)) return [];
  return seedsOf(event.method === undefined ? name : `?.${name}`, event.call);
}

function isFollowed({ callee, entered }: CallEvent): boolean {
  return entered && (callee?.kind === "closure" || callee?.kind === "class");
}

/** Not in a function that nobody names, and not in what a loader calls in its workers. */
function takesEffect(model: Model, { frame }: CallEvent): boolean {
  for (const { closure, call } of frames(frame)) {
    const init = call?.args.find(({ name }) => name === "worker_init_fn")?.value;
    if (init !== undefined && closure !== undefined && isGiven(init, closure.form)) return false;
  }
  const root = rootOf(frame)?.closure;
  return root === undefined || isNamedElsewhere(model, root.form);
}

function isGiven(value: { readonly kind: string; readonly start: number }, form: FunctionForm): boolean {
  return "id" in value ? value.id === form.name : value.start === form.start;
}

/** Is a function called or handed on anywhere, by its name? */
function isNamedElsewhere(model: Model, { name, start, end }: FunctionForm): boolean {
  let named = 0;
  eachExpression(model.form.body, (expression) => {
    if (expression.start >= start && expression.end <= end) return;
    if (expression.kind === "Name" && expression.id === name) named++;
    else if (expression.kind === "Attribute" && expression.name === name) named++;
    else if (expression.kind === "Call") {
      const init = expression.args.find((arg) => arg.name === "worker_init_fn")?.value;
      if (init?.kind === "Name" && init.id === name) named--;
    }
  });
  return named > 0;
}

/** A trainer that seeds by itself, or somebody out of sight who is given a seed: `Config(seed=3)`, `run(cfg.seed)`. */
function handsOnSeed(event: CallEvent): boolean {
  const { path, call, callee, method } = event;
  if (path !== undefined && seedsByItself(path)) return true;
  if (method !== undefined && keepsSeed.test(method)) return false;
  if ((path !== undefined && hasOwnGenerator(path)) || callee?.kind === "closure") return false;
  return call.args.some(({ name, value }) => {
    if (name !== undefined) return /^(\w+_)?seed$/.test(name);
    return (value.kind === "Attribute" && value.name === "seed") || (value.kind === "Name" && /^seed$/i.test(value.id));
  });
}

/** Methods that seed the object that they are called on. */
const keepsSeed = /^((manual_)?seed|reset|shuffle|sample|\w*split)$/;
