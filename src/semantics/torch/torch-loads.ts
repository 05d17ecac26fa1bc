import type { Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { statementsAround } from "../code/statements-around.js";
import { alternatives, argument } from "../values.js";

export function isTorchLoad({ path }: CallEvent): boolean {
  return path === "torch.load" || path === "torch.serialization.load";
}

/** Bytes that the same code has just written into memory: nobody else had a hand in them. */
export function isOwnBuffer(model: Model, event: CallEvent): boolean {
  const [source] = event.args.positional;
  const buffers = alternatives(source).filter((option) => option.kind === "entity" && option.type === "io.BytesIO");
  return buffers.some((buffer) =>
    model.calls.some(
      ({ path, args }) => path === "torch.save" && alternatives(argument(args, 1, "f")).includes(buffer),
    ),
  );
}

/** Where torch is too old to know `weights_only`: after a TypeError, or a look at the version, beside a call that passes it. */
export function isForOldTorch(model: Model, { call }: CallEvent): boolean {
  return statementsAround(model.form, call).some((statement) => {
    if (statement.kind === "Branch")
      return (
        /torch|version/i.test(model.text(statement.test)) &&
        [statement.body, statement.otherwise].some((side) => !isIn(side, call) && choosesWeights(model, side))
      );
    if (statement.kind !== "Try" || !choosesWeights(model, statement.body)) return false;
    const handler = statement.handlers.find(({ body }) => isIn(body, call));
    return handler?.type !== undefined && /\bTypeError\b/.test(model.text(handler.type));
  });
}

function choosesWeights(model: Model, block: readonly Statement[]): boolean {
  return model.calls.some(
    (event) =>
      isTorchLoad(event) && isIn(block, event.call) && (event.args.open || event.args.named.has("weights_only")),
  );
}

function isIn(block: readonly Statement[], { start, end }: Span): boolean {
  return block.some((statement) => statement.start <= start && end <= statement.end);
}
