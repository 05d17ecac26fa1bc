import type { Call, Expression } from "../../syntax/expressions.js";
import { written, type Written } from "../code/call-in-file.js";
import { givenAs } from "../code/given-arguments.js";
import { eachExpression } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { roleByName, roleOfName } from "./own-names.js";
import type { Unprepared } from "./unprepared.js";

/** Image pipelines and tokenizers for held-out data that differ from those for training in what both must do alike. */
export function otherNormalizationsIn(model: Model): readonly Unprepared[] {
  const pipelines = pipelinesIn(model);
  const found = new Map<unknown, Unprepared>();
  for (const given of pipelines.filter(({ role }) => role === "held out")) {
    const fitted = pipelines.filter(({ role, family }) => role === "train" && family === given.family);
    const [first] = fitted;
    if (first === undefined || fitted.some(({ what }) => what === given.what)) continue;
    if (!found.has(given.at.start))
      found.set(given.at.start, {
        at: given.at.path === model.path ? given.at : given.here,
        prepared: first.at,
        kind: given.what === "" ? "left out" : "another",
      });
  }
  return [...found.values()];
}

/** What one side's inputs go through, in words that are equal for equal preparations. */
interface InputPipeline {
  readonly role: "train" | "held out";
  /** Only pipelines for the same data are compared. */
  readonly family: string;
  readonly what: string;
  readonly at: Written;
  /** The place of the checked file that uses it. */
  readonly here: Expression;
}

function pipelinesIn(model: Model): readonly InputPipeline[] {
  return [...datasetPipelines(model), ...tablePipelines(model), ...generators(model), ...tokenizers(model)];
}

/** `CIFAR10(root, train=False, transform=...)`. */
function datasetPipelines(model: Model): readonly InputPipeline[] {
  return model.calls.flatMap((event) => {
    const { path } = event;
    const given = givenAs(event, /\.(Image|Dataset)Folder$/.test(path ?? "") ? 1 : 2, "transform");
    const transform = given?.value;
    if (path === undefined || transform === undefined || !/^(torchvision|medmnist)\./.test(path)) return [];
    const role = roleOfDataset(event);
    const normalization = normalizationOf(transform);
    const here = given?.expression ?? event.call;
    return role === undefined || normalization === undefined ? [] : [{ role, family: path, here, ...normalization }];
  });
}

function roleOfDataset({ args, call }: CallEvent): InputPipeline["role"] | undefined {
  const train = args.named.get("train") ?? args.positional[1];
  if (train?.kind === "literal" && typeof train.value === "boolean") return train.value ? "train" : "held out";
  const split = args.named.get("split");
  if (split?.kind === "literal") return sideOf(roleOfName(String(split.value)));
  return sideOf(call.args[0] === undefined ? undefined : roleOfPath(call.args[0].value));
}

function roleOfPath(path: Expression): ReturnType<typeof roleOfName> {
  if (path.kind === "Literal" && typeof path.value === "string") return roleOfName(path.value.split("/").at(-1) ?? "");
  if (path.kind === "Call") return path.args.length === 0 ? undefined : roleOfPath(path.args.at(-1)!.value);
  // `f"{root}/train"`.
  if (path.kind === "Template") return roleOfName(path.texts.at(-1)?.split("/").at(-1) ?? "");
  return path.kind === "Operation" ? roleOfPath(path.operands.at(-1)!) : roleByName(path);
}

function sideOf(role: ReturnType<typeof roleOfName>): InputPipeline["role"] | undefined {
  return role === undefined ? undefined : role === "train" ? "train" : "held out";
}

/** The numbers of `Normalize(mean, std)` in a `Compose` of which every step is known. */
function normalizationOf(transform: Value): Pick<InputPipeline, "what" | "at"> | undefined {
  const [compose, ...others] = alternatives(transform);
  if (compose?.kind !== "entity" || others.length > 0 || compose.origin.how !== "call" || compose.site === undefined)
    return undefined;
  if (!/^torchvision\.transforms\.(\w+\.)*Compose$/.test(compose.origin.path ?? "")) return undefined;
  const steps = compose.origin.args.positional[0];
  const items = steps?.kind === "entity" ? steps.items : undefined;
  if (items === undefined || !items.every((item) => isStep(item))) return undefined;
  const normalize = items.find((item) => isStep(item) && /\.Normalize$/.test(pathOf(item)));
  if (normalize?.kind !== "entity" || normalize.origin.how !== "call")
    return { what: "", at: written(compose.unit, compose.site) };
  const { args, call } = normalize.origin;
  const numbers = [argument(args, 0, "mean"), argument(args, 1, "std")].map((value) => literalText(value));
  return numbers.includes(undefined) ? undefined : { what: numbers.join("|"), at: written(normalize.unit, call) };
}

function isStep(value: Value): value is Entity {
  return value.kind === "entity" && /^torchvision\.transforms\./.test(pathOf(value));
}

function pathOf({ origin }: Entity): string {
  return origin.how === "call" ? (origin.path ?? "") : "";
}

function literalText(value: Value | undefined): string | undefined {
  if (value?.kind === "literal") return String(value.value);
  const items = value?.kind === "tuple" ? value.items : value?.kind === "entity" ? value.items : undefined;
  const texts = items?.map((item) => literalText(item));
  return texts === undefined || texts.includes(undefined) ? undefined : texts.join(",");
}

/** `{"train": Compose([...]), "val": Compose([...])}`. */
function tablePipelines(model: Model): readonly InputPipeline[] {
  if (!model.uses("torchvision")) return [];
  const byCall = new Map<Expression, CallEvent>(model.calls.map((event) => [event.call, event]));
  const found: InputPipeline[] = [];
  eachExpression(model.form.body, (table) => {
    if (table.kind !== "Mapping") return;
    for (const { key, value } of table.entries) {
      const role = key?.kind === "Literal" ? sideOf(roleOfName(String(key.value))) : undefined;
      const made = byCall.get(value)?.result;
      const normalization = role === undefined || made === undefined ? undefined : normalizationOf(made);
      if (role !== undefined && normalization !== undefined)
        found.push({ role, family: `table@${String(table.start)}`, here: value, ...normalization });
    }
  });
  return found;
}

/** `ImageDataGenerator(rescale=1 / 255).flow(X_train)`, `ImageDataGenerator().flow_from_directory("data/test")`. */
function generators(model: Model): readonly InputPipeline[] {
  return model.calls.flatMap(({ method, receiver, call }) => {
    if (!/^flow(_from_\w+)?$/.test(method ?? "") || receiver?.kind !== "entity") return [];
    const { origin, type } = receiver;
    if (!/\.ImageDataGenerator$/.test(type ?? "") || origin.how !== "call" || origin.args.open) return [];
    const given = call.args[0]?.value;
    const role = given === undefined ? undefined : sideOf(roleOfPath(given));
    const { args } = origin;
    if (role === undefined || args.named.has("validation_split") || args.named.has("featurewise_center")) return [];
    const prepare = args.named.get("preprocessing_function");
    const rescale = args.named.get("rescale");
    const own =
      prepare?.kind === "symbol" ? prepare.path : prepare?.kind === "closure" ? (prepare.form.name ?? "?") : "";
    const scale = rescale?.kind === "literal" ? String(rescale.value) : rescale === undefined ? "" : "?";
    return own === "?" || scale === "?"
      ? []
      : [{ role, family: "generator", what: scale + own, at: written(receiver.unit, origin.call), here: call }];
  });
}

/** Tokenizers of two names, one for what is called training texts and one for the others. */
function tokenizers(model: Model): readonly InputPipeline[] {
  if (!model.uses("transformers")) return [];
  const uses = model.calls.flatMap(({ callee, receiver, method, call }) => {
    const object = method === undefined ? callee : method === "batch_encode_plus" ? receiver : undefined;
    const name = object?.kind === "entity" ? tokenizerName(object) : undefined;
    const given = textsOf(call);
    const role = given === undefined ? undefined : sideOf(roleByName(given));
    return name === undefined || role === undefined
      ? []
      : [{ role, family: "tokenizer", what: name, at: written(model, call), here: call }];
  });
  // Where each of several models has its own tokenizer, each is used on both parts.
  const isCompared = uses.some(
    (use) => use.role === "train" && uses.some((other) => other.role !== "train" && other.what === use.what),
  );
  return isCompared ? [] : uses;
}

function tokenizerName({ origin }: Entity): string | undefined {
  if (origin.how !== "call" || !/^transformers\.\w*Tokenizer\w*\.from_pretrained$/.test(origin.path ?? ""))
    return undefined;
  const [name] = origin.args.positional;
  return name?.kind === "literal" ? String(name.value) : undefined;
}

function textsOf(call: Call): Expression | undefined {
  return call.args.find(({ name }) => name === undefined || name === "text")?.value;
}
