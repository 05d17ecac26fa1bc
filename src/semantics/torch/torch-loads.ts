import type { Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { nameGiven } from "../data/own-names.js";
import { statementsAround } from "../code/statements-around.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import { alternatives, argument, type Value } from "../values.js";
import { isOwnFile } from "./own-files.js";
import { savesObjects } from "./saved-objects.js";

export function isTorchLoad({ path }: CallEvent): boolean {
  return path === "torch.load" || path === "torch.serialization.load";
}

/** A load that runs whatever code its file holds: by the default of old versions, because it is asked to, or by a pickle module of one's own. */
export interface UnsafeLoad {
  readonly event: CallEvent;
  readonly danger: "default" | "asked" | "pickle-module";
  /** Is what comes out used as a module? Then the file holds a whole object, which is no matter of weights. */
  readonly isModule: boolean;
}

/** The loads by which code of others can come in: not those of what the program itself has written. */
export function unsafeLoads(model: Model): readonly UnsafeLoad[] {
  if (isUnitTestFile(model.form)) return [];
  return model.calls.filter(isTorchLoad).flatMap((event) => {
    const danger = dangerOf(model, event);
    if (danger === undefined || isOwnBuffer(model, event) || isReviewed(model, event)) return [];
    if (danger === "default" && (isForOldTorch(model, event) || namesSafeClasses(event))) return [];
    if (danger !== "pickle-module" && (holdsObjects(event) || savesObjects(model) || isForArguments(model, event)))
      return [];
    if (danger === "asked" && isChosenByCaller(event)) return [];
    if (danger !== "pickle-module" && isOwnFile(model, event)) return [];
    return [{ event, danger, isModule: isUsedAsModule(model, event) }];
  });
}

/** `torch.load(path).state_dict()`, `net = torch.load(path)` and `net.eval()` or `net(x)`. */
function isUsedAsModule(model: Model, { result }: CallEvent): boolean {
  if (result.kind !== "entity") return false;
  const ofModules =
    /^(state_dict|load_state_dict|eval|train|forward|parameters|named_parameters|modules|requires_grad_)$/;
  if ([...result.methodsCalled].some((method) => ofModules.test(method))) return true;
  return model.calls.some(({ callee }) => callee === result);
}

function dangerOf({ workspace }: Model, { args, call }: CallEvent): UnsafeLoad["danger"] | undefined {
  const flag = args.named.get("weights_only");
  // What is passed on in `**kwargs` is for others to decide, even where a default is seen.
  if (args.open && !call.args.some((given) => given.name === "weights_only")) return undefined;
  if (flag !== undefined) return isLiteral(flag, false) ? "asked" : undefined;
  const pickle = argument(args, 2, "pickle_module");
  // A pickle module of one's own turns the safe default off again.
  if (pickle !== undefined && !isLiteral(pickle, null)) return "pickle-module";
  const { least: [major, minor] = [0, 0], below } = workspace.facts.torch ?? {};
  // Where torch may not be newer than 1.12, there is no `weights_only` to pass.
  if (below !== undefined && (below[0] < 1 || (below[0] === 1 && below[1] <= 13))) return undefined;
  return major > 2 || (major === 2 && minor >= 6) ? undefined : "default";
}

/** Some callers of the function around it ask for weights only, or may. */
function isChosenByCaller({ call, frame }: CallEvent): boolean {
  const given = call.args.find(({ name }) => name === "weights_only")?.value;
  const param = frame.closure?.form.params.find(({ name }) => given?.kind === "Name" && name === given.id);
  if (param === undefined) return false;
  const usual = param.defaultValue;
  return usual === undefined || !(usual.kind === "Literal" && usual.value === false);
}

function isLiteral(value: Value, wanted: boolean | null): boolean {
  return alternatives(value).every((option) => option.kind === "literal" && option.value === wanted);
}

/** Who lists the classes that a file may hold counts on the safe default, and on old versions knows of no other way. */
function namesSafeClasses({ frame, unit }: CallEvent): boolean {
  const { start, end } = frame.closure?.form ?? { start: 0, end: unit.form.text.length };
  return unit === frame.unit && /\b(add_)?safe_globals\(/.test(unit.form.text.slice(start, end));
}

/** Somebody has looked at the very same finding of a security linter, and has said so on the line. */
function isReviewed({ form: { text } }: Model, { call }: CallEvent): boolean {
  const lineEnd = text.indexOf("\n", call.end);
  const lines = text.slice(text.lastIndexOf("\n", call.start) + 1, lineEnd < 0 ? text.length : lineEnd);
  return /#.*(\bnosec\b(?!\s*:?\s*B(?!614))|\bnoqa:.*\bS614\b)/.test(lines);
}

/**
 * Does the code take more than weights out of the file: the arguments of a run, a vocabulary? Then weights only cannot be
 * loaded, and the advice would break it.
 */
function holdsObjects({ call, frame, unit }: CallEvent): boolean {
  if (unit !== frame.unit) return false;
  const name = nameGiven(unit.form, call);
  const { start, end } = frame.closure?.form ?? { start: 0, end: unit.form.text.length };
  const after = unit.form.text.slice(call.end, end);
  if (objectKey.test(after)) return true;
  if (name === undefined || start > call.start) return false;
  return (
    new RegExp(`(?<![\\w.])${name}${objectKey.source.slice(1)}`).test(after) ||
    new RegExp(`\\bisinstance\\(\\s*${name},\\s*${ownClass.source}`).test(after)
  );
}

/** A class of the program's own, or the one that a class method stands for: what is one is no dict of weights. */
const ownClass =
  /(cls|type\(self\)|self\.__class__|(?!OrderedDict|Mapping|Tensor|Module|\w*DataParallel)[A-Z]\w*)\s*\)/;

/** `["args"]`, `.get("opt")`, `.pop("vocab")`: kept as objects by those who keep them in checkpoints. */
const objectKey =
  /^\s*(\[|\.(get|pop)\()\s*["'](args|Args|opts?|options|cfg|xp\.cfg|hparams|hyper_parameters|namespace|vocab\w*|\w*_vocab|dictionary|tokenizer)["']/;

/** `training_args.bin`: what Hugging Face's trainer keeps there is an object, never weights. */
function isForArguments(model: Model, { call }: CallEvent): boolean {
  const [path] = call.args;
  return (
    path !== undefined &&
    /(?:training_args|args|opts?|options|hparams|vocab|tokenizer)\.(?:bin|pt|pth|pkl)\b/.test(model.text(path))
  );
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
function isForOldTorch(model: Model, { call }: CallEvent): boolean {
  if (model.form.body.some((statement) => isOldBranch(model, statement, call))) return true;
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

/** `if TORCH_VERSION < (1, 7):`, around what it defines. */
function isOldBranch(model: Model, statement: Statement, call: Span): boolean {
  if (statement.kind !== "Branch" || !isIn(statement.body, call)) return false;
  const test = model.text(statement.test);
  return /torch.*version|version.*torch/is.test(test) && /(?<!<)<(?!<)/.test(test);
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
