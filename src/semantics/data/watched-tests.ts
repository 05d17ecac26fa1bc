import type { Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import { loops } from "../code/frames.js";
import type { LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import type { DataUse } from "./data-use.js";
import { isJudged, isOtherJudged, laterScore, testRole } from "./final-scores.js";
import { rolesIn } from "./roles.js";
import { isWithin } from "../torch/training-loop.js";
import { testChoicesIn, trainingIn } from "./test-choices.js";
import { placeOf, usesOfData } from "./uses.js";

/** A training that is watched on the part which gives the final score. */
export interface WatchedTest {
  readonly watched: DataUse;
  readonly at: Expression;
  readonly final: DataUse;
}

/** Once for each place that names the part, in order of execution. */
export const watchedTestsIn = perModel((model): readonly WatchedTest[] => {
  const places = new Map<Expression, WatchedTest>();
  const told = new Map<LoopFrame, Set<string>>();
  for (const watched of usesOfData(model)) {
    const loop = watched.kind === "watch" ? undefined : watchingLoop(model, watched);
    if (watched.kind !== "watch" && loop === undefined) continue;
    const at = placeOf(model, watched);
    const role = testRole(watched.roles);
    const final = role === undefined ? undefined : laterScore(model, watched, role.key, loop);
    if (at === undefined || role === undefined || final === undefined) continue;
    // Of several sets that are watched, one that decides is what is told.
    if (isOtherJudged(model, watched.order, role) || places.get(at)?.watched.decides === true) continue;
    // One loop that scores a part by several measures watches it once.
    if (loop !== undefined) {
      const keys = told.get(loop) ?? new Set();
      if (keys.has(role.key)) continue;
      told.set(loop, keys.add(role.key));
    }
    const decides = watched.decides === true || (loop !== undefined && steersRate(model, loop, role.key));
    places.set(at, { watched: { ...watched, decides }, at, final });
  }
  return [...places.values()];
});

/** `scheduler.step(test_loss)`: the learning rate falls by the score on the part. */
function steersRate(model: Model, loop: LoopFrame, key: string): boolean {
  return model.allCalls.some(
    (event) =>
      event.path === "torch.optim.lr_scheduler.ReduceLROnPlateau.step" &&
      isWithin(event, loop) &&
      event.args.positional.some((score) => testRole(rolesIn(model, score))?.key === key),
  );
}

/** The loop over epochs in which a network is trained and tested in turn, as long as no score chooses there. */
function watchingLoop(model: Model, use: DataUse): LoopFrame | undefined {
  if (!isJudged(use)) return undefined;
  const {
    event,
    models: [scored],
  } = use;
  if (scored?.type !== undefined && /^(sklearn|xgboost|lightgbm|catboost)\./.test(scored.type)) return undefined;
  const around = [...loops(event.loops)];
  const loop = around.find(({ loop: { form }, iterable }) => !(form === "each" && rolesIn(model, iterable).length > 0));
  if (loop === undefined || trainingIn(model, loop) !== "epochs") return undefined;
  return testChoicesIn(model).length > 0 ? undefined : loop;
}
