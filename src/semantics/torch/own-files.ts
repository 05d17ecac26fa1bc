import type { Expression } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { perModel } from "../code/per-model.js";
import { statementsAround } from "../code/statements-around.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { fileNamed, folderNamed } from "./file-names.js";

/**
 * Is what a call of `torch.load` reads the program's own: does the same file of code write it by `torch.save`?
 * The path must be the same for certain: a constant, a value of the same function, or an attribute of the same object,
 * for which it is enough that it is the folder of both.
 */
export function isOwnFile(model: Model, load: CallEvent): boolean {
  const expression = pathGiven(load, 0);
  if (expression === undefined) return false;
  const read = { event: load, file: fileNamed(load.frame, expression), folder: folderNamed(load.frame, expression) };
  return savedFiles(model).some(
    (written) =>
      (written.file === read.file || (read.folder !== undefined && written.folder === read.folder)) &&
      isWrittenFirst(model, written.event, load),
  );
}

interface OwnFile {
  readonly event: CallEvent;
  readonly file: string;
  readonly folder: string | undefined;
}

const savedFiles = perModel((model): readonly OwnFile[] =>
  model.calls.flatMap((event) => {
    const isSave = event.path === "torch.save" || event.path === "torch.serialization.save";
    const path = isSave ? pathGiven(event, 1) : undefined;
    if (path === undefined) return [];
    return [{ event, file: fileNamed(event.frame, path), folder: folderNamed(event.frame, path) }];
  }),
);

function pathGiven({ call }: CallEvent, position: number): Expression | undefined {
  return (call.args.find(({ name }) => name === "f") ?? call.args.filter(({ name }) => name === undefined)[position])
    ?.value;
}

/**
 * A function that reads a file and then writes it again has it from somewhere else, as long as it always does both:
 * a cache is read in one branch and written where it was not there.
 */
function isWrittenFirst(model: Model, save: CallEvent, load: CallEvent): boolean {
  if (save.frame.closure?.form !== load.frame.closure?.form || save.call.start < load.call.start) return true;
  return statementsAround(model.form, load.call).some((statement) => {
    if (statement.kind === "Try") return !isIn([statement], save.call);
    if (statement.kind !== "Branch") return false;
    const side = [statement.body, statement.otherwise].find((block) => isIn(block, load.call));
    return side !== undefined && !isIn(side, save.call);
  });
}

function isIn(block: readonly Span[], { start, end }: Span): boolean {
  return block.some((statement) => statement.start <= start && end <= statement.end);
}
