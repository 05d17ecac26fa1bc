import type { Expression } from "../../syntax/expressions.js";
import { callsGiving } from "../code/calls-giving.js";
import { callInFile } from "../code/call-in-file.js";
import { orderOf } from "../code/call-order.js";
import { comprehensionAround } from "../code/comprehensions.js";
import { perModel } from "../code/per-model.js";
import { frames, loops } from "../code/frames.js";
import type { CallEvent, Frame, LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { isWithin } from "../torch/training-loop.js";
import { Grad, type Entity, type Value } from "../values.js";
import { choicesAmong, type ChoiceAmong } from "./choices-among.js";
import { choicesOfBest } from "./choices.js";
import type { DataUse } from "./data-use.js";
import { isTransformer } from "./estimators.js";
import { isOtherJudged, testRole } from "./final-scores.js";
import { lineageOf } from "./lineage.js";
import { isInsideModel } from "./own-models.js";
import { isForRowsOfCallers } from "./rows-of-callers.js";
import { roleByName } from "./own-names.js";
import { rolesIn, type Role } from "./roles.js";
import { studiedTestsIn } from "./studied-tests.js";
import { usesOfData } from "./uses.js";

/** A choice that the score on the test part decides. */
export interface TestChoice {
  /** The comparison, or the call that finds the best. */
  readonly at: Expression;
  readonly role: Role;
  /** Between states of one training, or between models, settings or thresholds. */
  readonly among: "epochs" | "candidates";
  /** The call that scores, in the loop. */
  readonly scoring: Expression;
  readonly written: Expression;
}

/** Every choice that the score on a test part decides, once for each loop. */
export const testChoicesIn = perModel((model): readonly TestChoice[] => {
  const judged = [
    ...choicesOfBest(model).map((choice) => judge(model, choice.at, choice.score, choice.written)),
    ...choicesAmong(model).map((choice) => judgeAmong(model, choice)),
    ...studiedTestsIn(model).map(({ study, role, scoring }): Judged => {
      const { call: at } = study;
      return { at, role, among: "candidates", scoring, written: at, loop: undefined };
    }),
  ];
  const seen = new Set<unknown>();
  return judged
    .filter((choice) => choice !== undefined)
    .filter(({ loop, scoring }) => !seen.has(loop?.loop ?? scoring) && seen.add(loop?.loop ?? scoring));
});

type Judged = TestChoice & { readonly loop: LoopFrame | undefined };

function judge(model: Model, at: Expression, score: Value, written: Expression): Judged | undefined {
  const role = testRole(rolesIn(model, score));
  const scored = role === undefined ? undefined : scoredIn(model, score, role);
  if (role === undefined || scored?.loop === undefined) return undefined;
  const { event, loop, trains } = scored;
  if (isInsideModel(event) || isForRowsOfCallers(model, event)) return undefined;
  const scoring = callBeside(model, event, loop, at) ?? callIn(model, event, loop);
  if (scoring === undefined) return undefined;
  if ((trains === undefined && !isScore(model, score)) || isOtherJudged(model, orderOf(model, event), role, loop))
    return undefined;
  return { at, role, among: trains ?? "candidates", scoring, written, loop };
}

/** The scores of a loop, two or more scores, or a curve of which a point is taken. */
function judgeAmong(model: Model, { at, event: choosing, scores, scoredBy }: ChoiceAmong): Judged | undefined {
  const order = choosing === undefined ? 0 : orderOf(model, choosing);
  const scored = scores.flatMap((score) => {
    const role = testRole(rolesIn(model, score));
    const found = role === undefined || !isScore(model, score) ? undefined : scoredIn(model, score, role);
    return role === undefined || found === undefined ? [] : [{ ...found, role, score }];
  });
  const [first] = scored.sort((a, b) => orderOf(model, a.event) - orderOf(model, b.event));
  if (first === undefined || isOtherJudged(model, orderOf(model, first.event), first.role, first.loop))
    return undefined;
  const { event, loop, role, trains } = first;
  if (isForRowsOfCallers(model, event)) return undefined;
  const isEach = scoredBy !== undefined && [...frames(event.frame)].some(({ closure }) => closure?.form === scoredBy);
  const items = comprehensionAround(model.form, first.event.call)?.clauses ?? [];
  const isForEach =
    items.length > 0 &&
    items.every(({ iterable }) => roleByName(iterable) === undefined) &&
    usesOfData(model).some((use) => use.kind === "score" && use.event.call === first.event.call);
  const isSeveral = isEach || isForEach || new Set(scored.map((one) => one.event.call)).size > 1;
  const curve = curveOf(model, first.score);
  const isIn = loop !== undefined && choosing !== undefined && loop !== choosing.loops;
  if (curve !== undefined ? !isApplied(model, curve, order) : !isSeveral && !isIn) return undefined;
  const scoring = isIn && curve === undefined ? callIn(model, event, loop) : callInFile(model, curve ?? event)?.call;
  if (scoring === undefined) return undefined;
  return {
    at,
    role,
    among: (isIn ? trains : undefined) ?? "candidates",
    scoring,
    written: at,
    loop: isIn ? loop : undefined,
  };
}

/** `roc_curve` and the like, whose points stand for thresholds. */
function curveOf(model: Model, score: Value): CallEvent | undefined {
  for (const { entity } of lineageOf(model, score))
    for (const event of callsGiving(model, entity))
      if (/\.(roc_curve|precision_recall_curve)$/.test(event.path ?? "")) return event;
  return undefined;
}

/** Is something cut at a threshold of the curve, and scored? */
function isApplied(model: Model, curve: CallEvent, order: number): boolean {
  return usesOfData(model).some((use) => {
    if (use.kind !== "score" || use.order < order) return false;
    const steps = lineageOf(model, use.data).map(({ entity }) => entity);
    const isCut = steps.some(({ origin }) => origin.how === "operation" && /^[<>]=?$/.test(origin.operator));
    return isCut && steps.some((entity) => entity === curve.result || entity.site === curve.call);
  });
}

interface Scored {
  readonly event: CallEvent;
  readonly loop: LoopFrame | undefined;
  readonly trains: TestChoice["among"] | undefined;
}

/** The nearest call that worked with the part for a value, and the innermost loop around it that is not over the rows themselves. */
function scoredIn(model: Model, score: Value, role: Role): Scored | undefined {
  let plain: Scored | undefined;
  for (const { entity } of lineageOf(model, score)) {
    for (const event of callsGiving(model, entity)) {
      if (
        ![...event.args.positional, ...event.args.named.values(), event.receiver].some((given) =>
          has(model, given, role),
        )
      )
        continue;
      for (const loop of loops(event.loops)) {
        if (loop.loop.form === "each" && rolesIn(model, loop.iterable).length > 0) continue;
        const trains = trainingIn(model, loop);
        if (trains !== undefined) return { event, loop, trains };
        plain = plain?.loop === undefined ? { event, loop, trains } : plain;
      }
      plain ??= { event, loop: undefined, trains: undefined };
    }
  }
  return plain;
}

function has(model: Model, value: Value | undefined, role: Role): boolean {
  return rolesIn(model, value).some(({ key }) => key === role.key);
}

/** What a loop trains: one model further and further, or a new one each time. */
export function trainingIn(model: Model, loop: LoopFrame): TestChoice["among"] | undefined {
  const fits = usesOfData(model).filter(({ kind, event }) => kind === "fit" && isWithin(event, loop));
  if (fits.length === 0) return undefined;
  return fits.some((fit) => goesOn(model, fit, loop)) ? "epochs" : "candidates";
}

/** A `fit` of scikit-learn begins anew; a backward pass goes on with a network that was made before the loop. */
function goesOn(model: Model, { event, models: [trained] }: DataUse, loop: LoopFrame): boolean {
  const isNew = (object: Entity): boolean => object.id >= loop.firstId;
  if (event.method === "backward" || event.method === "manual_backward") return !makesModel(model, loop);
  if (trained !== undefined && isNew(trained)) return false;
  // `model.train(rows)` of a class out of sight, whose objects are made for each turn.
  if (event.receiver?.kind === "entity" && isNew(event.receiver)) return false;
  if (event.method === "partial_fit" || event.method === "train_on_batch") return true;
  if (trained?.type === undefined) return true;
  return trained.type.startsWith("keras.") && !isTransformer(trained);
}

/** Is a network or an optimizer made anew in each turn? */
export function makesModel(model: Model, loop: LoopFrame): boolean {
  return model.allCalls.some(
    (event) =>
      isWithin(event, loop) &&
      ((event.method === "parameters" && event.receiver?.kind === "entity" && event.receiver.id >= loop.firstId) ||
        /^torch\.optim\.[A-Z]\w*$/.test(event.path ?? "")),
  );
}

/** Was a value worked out by something that scores, or by counting right answers? */
function isScore(model: Model, value: Value): boolean {
  const kinds = new Map(usesOfData(model).map(({ kind, event }) => [event, kind]));
  const steps = lineageOf(model, value).map(({ entity }) => entity);
  const isOf = (kind: DataUse["kind"], entity: Entity): boolean =>
    callsGiving(model, entity).some((event) => kinds.get(event) === kind);
  if (steps.some((entity) => isOf("score", entity))) return true;
  if (!steps.some((entity) => isOf("predict", entity))) return false;
  // What was worked out to make the network, such as `2 ** depth` for its widths, judges nothing.
  const judges = (one: Entity): boolean => lineageOf(model, one).some(({ entity }) => isOf("predict", entity));
  return steps.some((entity) => isLoss(entity) || (isComparison(entity) && judges(entity)));
}

/** `guess == truth`, `(guess - truth) ** 2`. */
function isComparison({ origin }: Entity): boolean {
  return origin.how === "operation" && /^(==|!=|\*\*)$/.test(origin.operator);
}

/** `mse_loss(net(x_test), y_test)` is a score where nothing can learn from it. */
function isLoss({ origin, grad }: Entity): boolean {
  if (origin.how !== "call" || grad !== Grad.off) return false;
  return /^torch\.nn\.(\w+\.)*(\w+_loss|\w+Loss|(binary_)?cross_entropy\w*)$/.test(origin.path ?? "");
}

/** Where a function that the loop calls scores and chooses: the call in that function. */
function callBeside(model: Model, event: CallEvent, loop: LoopFrame, at: Expression): Expression | undefined {
  let { call, frame }: { call: Expression | undefined; frame: Frame | undefined } = event;
  for (; frame !== undefined && frame !== loop.frame; call = frame.call, frame = frame.caller) {
    const form = frame.closure?.form;
    if (frame.unit.path === model.path && form !== undefined && form.start <= at.start && at.end <= form.end)
      return call;
  }
  return undefined;
}

/** The call in the loop's own function in which something happens, or the one of the checked file around that. */
function callIn(model: Model, event: CallEvent, loop: LoopFrame): Expression | undefined {
  let inner: Frame | undefined = event.frame;
  if (inner === loop.frame && inner.unit.path === model.path) return event.call;
  while (inner !== undefined && inner !== loop.frame && inner.caller !== loop.frame) inner = inner.caller;
  if (inner === undefined) return callInFile(model, event)?.call;
  for (const { caller, call } of frames(inner)) if (caller?.unit.path === model.path && call !== undefined) return call;
  return undefined;
}
