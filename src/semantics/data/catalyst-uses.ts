import { deciderOf } from "../../knowledge/watching.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { receiversOf, rowsGiven, type RawUse } from "./data-use.js";

/** What a runner of Catalyst trains on, is watched on, and is scored on: `runner.train(loaders={"train": ..., "valid": ...})`. */
export function catalystUses(model: Model): readonly RawUse[] {
  if (!model.uses("catalyst")) return [];
  return model.allCalls.flatMap((event): readonly RawUse[] => {
    const { method, args, frame } = event;
    if (method === "evaluate_loader") {
      const rows = rowsGiven(event, 0, "loader");
      return rows === undefined ? [] : [{ kind: "score", event, models: receiversOf(event), ...rows }];
    }
    const given = method === "train" ? args.named.get("loaders") : undefined;
    const written = event.call.args.find(({ name }) => name === "loaders")?.value;
    if (given?.kind !== "entity" || written?.kind !== "Mapping") return [];
    return written.entries.flatMap(({ key, value: expression }, index): readonly RawUse[] => {
      const data = given.from[index];
      if (key?.kind !== "Literal" || data === undefined) return [];
      const use = { event, models: receiversOf(event), data, given: { expression, frame } };
      if (key.value === "train") return [{ ...use, kind: "fit" }];
      return key.value === "valid" ? [{ ...use, kind: "watch", decides: decides(event) }] : [];
    });
  });
}

/** It stops by the loader, or loads the best state at the end. */
function decides({ args }: CallEvent): boolean {
  const best = args.named.get("load_best_on_end");
  if (best?.kind === "literal" && best.value === true) return true;
  return alternatives(args.named.get("callbacks")).some(
    (option) => option.kind === "entity" && (option.items ?? [option]).some(stops),
  );
}

function stops(callback: Value): boolean {
  return callback.kind === "entity" && deciderOf(callback.type ?? "") === "stops";
}
