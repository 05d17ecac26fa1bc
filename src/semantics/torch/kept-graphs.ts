import { isManaged } from "./forward-passes.js";
import { excludeEachOther } from "./guards.js";
import { graphOf, type BackwardCall } from "./graph.js";
import { graphAncestors } from "./graph-flow.js";
import { isCalledModule } from "./modules.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { turnOf, type Turn } from "./turns.js";
import { backwardsOf, updatesOf, type Step } from "./training-loop.js";
import { argument, type Entity, type Value } from "../values.js";
import { orderOf } from "../code/call-order.js";

/** Backwards of a training loop that keep their graph although nothing goes through it again. */
export function keptGraphs(model: Model): readonly CallEvent[] {
  const found = new Map<unknown, boolean>();
  const events: CallEvent[] = [];
  for (const backward of backwardsOf(model)) {
    const { event } = backward;
    if (event.unit.path !== model.path || !keepsGraph(event) || isManaged(event.frame)) continue;
    if (!found.has(event.call)) events.push(event);
    found.set(event.call, (found.get(event.call) ?? true) && isKeptForNothing(model, backward));
  }
  return events.filter((event) => found.get(event.call));
}

function keepsGraph({ args, path }: CallEvent): boolean {
  const isFunction = path === "torch.autograd.backward";
  const flag = argument(args, isFunction ? 2 : 1, "retain_graph");
  const higher = argument(args, isFunction ? 3 : 2, "create_graph");
  return (
    flag?.kind === "literal" &&
    flag.value === true &&
    (higher === undefined || (higher.kind === "literal" && !higher.value))
  );
}

function isKeptForNothing(model: Model, backward: Step): boolean {
  const turn = turnOfTraining(model, backward);
  if (turn === undefined) return false;
  const graph = recordedIn(model, backward.losses);
  if (graph === undefined) return false;
  const { loop } = turn;
  // A graph that was made before the loop is gone through in each of its turns.
  const isOlder = (entity: Entity) => loop !== undefined && entity.id < loop.firstId;
  if ([...graph].some((entity) => isOlder(entity) && isRecorded(entity, graph, isModuleCall))) return false;
  return (
    !graphOf(model).backwards.some((other) => goesThroughAgain(model, backward, other, graph)) &&
    !isHandedOn(model, backward, graph)
  );
}

/** The innermost turn in which the weights change as well. */
function turnOfTraining(model: Model, { event }: Step): Turn | undefined {
  const turns = updatesOf(model).flatMap((update) => turnOf(event, update.event) ?? []);
  const inner = turns.find(({ loop }) => loop !== undefined && loop === event.loops);
  if (inner !== undefined) return inner;
  // In a loop of its own, over the losses of one graph, each turn but the last needs it.
  return event.loops === undefined ? turns.find(({ loop }) => loop === undefined) : undefined;
}

/** What was computed by modules on the way to the losses; undefined where that cannot be seen. */
function recordedIn(model: Model, losses: readonly Value[]): ReadonlySet<Entity> | undefined {
  const all = graphAncestors(model, losses);
  const recorded = [...all].filter((entity) => isRecorded(entity, all, isRunOfModule));
  if (recorded.length === 0 || recorded.some(({ origin }) => origin.how === "parameter")) return undefined;
  return new Set(recorded);
}

/** The result of running a module, or something computed from such a result. */
function isRecorded(
  entity: Entity,
  among: ReadonlySet<Entity>,
  isRun: (entity: Entity) => boolean,
  depth = 0,
): boolean {
  const { origin, from } = entity;
  if (depth > 12 || isCalledModule(entity)) return false;
  if (isRun(entity)) return true;
  if (
    origin.how !== "call" &&
    origin.how !== "operation" &&
    origin.how !== "index" &&
    origin.how !== "element" &&
    origin.how !== "attribute"
  )
    return false;
  return from.some((part) => part.kind === "entity" && among.has(part) && isRecorded(part, among, isRun, depth + 1));
}

function isModuleCall({ from, origin }: Entity): boolean {
  const [callee] = from;
  if (origin.how !== "call" || callee?.kind !== "entity" || !isCalledModule(callee)) return false;
  return origin.method === undefined || origin.method === "forward";
}

/** The callee is a module, or an object that is handed in and called like one. */
function isRunOfModule(entity: Entity): boolean {
  const { from, origin } = entity;
  const [callee] = from;
  if (isModuleCall(entity)) return true;
  if (origin.how !== "call" || origin.method !== undefined || callee?.kind !== "entity") return false;
  return callee.origin.how === "parameter" && callee.type === undefined && callee.class === undefined;
}

/** Does another backward of the same turn, later or in the code that comes next, need what this one kept? */
function goesThroughAgain(model: Model, backward: Step, other: BackwardCall, graph: ReadonlySet<Entity>): boolean {
  const { event } = backward;
  if (other.event.call === event.call && other.event.frame === event.frame) return false;
  if (turnOf(other.event, event) === undefined || excludeEachOther(other.event, event)) return false;
  if (orderOf(model, other.event) < backward.order) return false;
  const theirs = recordedIn(model, other.losses);
  return theirs === undefined || [...theirs].some((entity) => graph.has(entity));
}

/** Does code out of sight get hold of the graph after the backward? */
function isHandedOn(model: Model, { order, event }: Step, graph: ReadonlySet<Entity>): boolean {
  return model.allCalls.slice(order + 1).some((later) => {
    if (turnOf(later, event) === undefined) return false;
    const { args, path, method, callee, entered } = later;
    if (path !== undefined || harmless.test(method ?? "") || (entered && callee?.kind === "closure")) return false;
    if (callee?.kind === "entity" && isCalledModule(callee)) return false;
    return [...args.positional, ...args.named.values()].some((given) => given.kind === "entity" && graph.has(given));
  });
}

const harmless =
  /^(append|update|add|item|log\w*|print|info|set_postfix\w*|write|format|add_scalar|backward|scale|debug)$/;
