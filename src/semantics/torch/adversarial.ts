import type { Expression } from "../../syntax/expressions.js";
import { forwardPasses, isManaged, optimizesByHand, passesByHand } from "./forward-passes.js";
import { touchesGradients } from "./freezing.js";
import { graphAncestors } from "./graph-flow.js";
import { someEntity } from "./graph.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import { optimizersOf, type MadeOptimizer } from "./optimizers.js";
import { gradientEvents, reachOf, shareTurn, type GradientEvent } from "./reach.js";
import type { CallEvent } from "../follow/run.js";
import { updatesOf } from "./training-loop.js";
import type { Entity, Value } from "../values.js";
import { spend } from "../code/work.js";

/** The output of one network that goes into another one's own update with its graph. */
export interface LeakedOutput {
  readonly pass: CallEvent;
  /** The argument that should be detached. */
  readonly given: Expression;
  /** The optimizer of the network whose update it is, and that of the network which made the output. */
  readonly stepped: MadeOptimizer;
  readonly maker: MadeOptimizer;
  readonly backward: CallEvent;
}

/** Outputs that carry gradients back into a network that another optimizer trains. */
export function* leakedOutputs(model: Model): Iterable<LeakedOutput> {
  const optimizers = optimizersOf(model);
  if (optimizers.size < 2) return;
  const stepping = new Set(updatesOf(model).map(({ optimizer }) => optimizer));
  const trained = [...optimizers.values()].filter(({ optimizer }) => stepping.has(optimizer));
  const events = gradientEvents(model);
  for (const event of events) {
    if (event.kind !== "backward" || (isManaged(event.event.frame) && !optimizesByHand(event.event.frame))) continue;
    const steps = stepsAfter(model, events, event).map(
      ({ update }) => update.optimizer && optimizers.get(update.optimizer),
    );
    const known = steps.filter((made) => made !== undefined);
    const [stepped] = known;
    if (stepped === undefined || known.length < steps.length || known.some(({ parameters }) => !parameters.isComplete))
      continue;
    for (const maker of trained) {
      if (known.includes(maker)) continue;
      for (const { module } of maker.parameters.sources) {
        if (known.some((made) => isIn(model, module, made)) || touchesGradients(model, module)) continue;
        yield* leaksOf(model, event, known, module).map((leak) => ({ ...leak, maker }));
      }
    }
  }
}

type Backward = GradientEvent & { readonly kind: "backward" };
type Step = GradientEvent & { readonly kind: "step" };

/** The steps that use the gradients of a backward: those after it, up to a backward that comes after a step. */
function stepsAfter(model: Model, events: readonly GradientEvent[], backward: Backward): readonly Step[] {
  const found: Step[] = [];
  spend(model, events.length);
  for (const event of events) {
    if (event.position <= backward.position || !shareTurn(event.event, backward.event)) continue;
    if (event.kind === "step") found.push(event);
    else if (found.length > 0) break;
  }
  return found;
}

function isIn(model: Model, module: Entity, { parameters }: MadeOptimizer): boolean {
  return parameters.sources.some(
    (source) => holds(model, source.module, module) || holds(model, module, source.module),
  );
}

function leaksOf(
  model: Model,
  { backward, event }: Backward,
  known: readonly MadeOptimizer[],
  maker: Entity,
): readonly Omit<LeakedOutput, "maker">[] {
  const reach = reachOf(model, backward);
  if (!reach.modules.some((reached) => holds(model, maker, reached))) return [];
  return [...forwardPasses(model), ...passesByHand(model)].flatMap(({ event: pass, module }) => {
    const stepped = known.find((made) => isIn(model, module, made));
    if (stepped === undefined || !someEntity(pass.result, (entity) => reach.all.has(entity))) return [];
    if (pass.unit.path !== model.path || isPenalized(model, pass)) return [];
    return pass.call.args.flatMap(({ value, name, spread }, index) => {
      const given = name === undefined ? pass.args.positional[index] : pass.args.named.get(name);
      if (spread !== "none" || given === undefined || !carries(model, given, maker)) return [];
      return [{ pass, given: value, stepped, backward: event }];
    });
  });
}

function carries(model: Model, given: Value, maker: Entity): boolean {
  return [...graphAncestors(model, [given])].some((entity) => holds(model, maker, entity));
}

/** A gradient penalty asks for the gradient of the output itself. */
function isPenalized(model: Model, { result }: CallEvent): boolean {
  return model.allCalls.some(
    ({ path, args }) =>
      path === "torch.autograd.grad" &&
      [...graphAncestors(model, [args.named.get("outputs") ?? args.positional[0] ?? result])].some((entity) =>
        someEntity(result, (own) => own === entity),
      ),
  );
}
