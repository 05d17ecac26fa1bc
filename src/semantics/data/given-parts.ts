import type { Part } from "./splits.js";
import { roleOfLiteral } from "./named-roles.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";

/** A part of data that come divided: `MNIST(root, train=False)`, `load_dataset(name)["test"]`, the second pair of `mnist.load_data()`. */
export function givenPart(entity: Entity): Part | undefined {
  const { origin } = entity;
  switch (origin.how) {
    case "call":
      return datasetPart(entity);
    case "index":
      return keyedPart(entity, origin.of);
    case "element":
      return loadedPart(entity, origin.of, origin.index);
    default:
      return undefined;
  }
}

/** `CIFAR10(root, train=True)`, `SVHN(root, split="test")`, `load_dataset(name, split="train")`. */
function datasetPart(entity: Entity): Part | undefined {
  const { origin } = entity;
  if (origin.how !== "call" || origin.path === undefined) return undefined;
  const { path, args } = origin;
  if (!/^(torchvision\.datasets|torchaudio\.datasets|datasets|tensorflow_datasets)\./.test(path)) return undefined;
  const flag = args.named.get("train");
  const name =
    flag?.kind === "literal" && typeof flag.value === "boolean"
      ? flag.value
        ? "train"
        : "test"
      : roleOfLiteral(argument(args, undefined, "split") ?? args.named.get("image_set"));
  return name === undefined ? undefined : part(entity, name, `given|${path}|${datasetName(args.positional[0])}`);
}

function datasetName(value: Value | undefined): string {
  return value?.kind === "literal" ? String(value.value) : "";
}

/** `parts["test"]`, where `parts` is a dataset dictionary. */
function keyedPart(entity: Entity, of: Value): Part | undefined {
  const name = roleOfLiteral(entity.from[1]);
  if (name === undefined) return undefined;
  for (const option of alternatives(of)) {
    const made = option.kind === "entity" ? dictionaryCall(option, 0) : undefined;
    if (made?.origin.how !== "call") continue;
    const source = made.origin.method === "train_test_split" ? made.origin.receiver : made;
    if (source === undefined) continue;
    const key = `call@${String(made.origin.call.start)}`;
    return { ...part(entity, name, key), source, at: made.origin.call };
  }
  return undefined;
}

/** The call that made a dictionary of datasets; mapping and shuffling keep it one. */
function dictionaryCall(value: Entity, depth: number): Entity | undefined {
  const { origin } = value;
  if (origin.how !== "call" || depth > 6) return undefined;
  const isDivided =
    origin.path !== undefined && /^datasets\.(\w+\.)*(load_dataset|load_from_disk|DatasetDict)$/.test(origin.path);
  if (isDivided || origin.method === "train_test_split") return value;
  if (
    !/^(map|shuffle|filter|remove_columns|rename_columns?|cast_column|with_format|select_columns)$/.test(
      origin.method ?? "",
    )
  )
    return undefined;
  const [receiver] = alternatives(origin.receiver);
  return receiver?.kind === "entity" ? dictionaryCall(receiver, depth + 1) : undefined;
}

/** `(x_train, y_train), (x_test, y_test) = mnist.load_data()`. */
function loadedPart(entity: Entity, of: Value, index: number | undefined): Part | undefined {
  if (index === undefined || index > 1) return undefined;
  for (const option of alternatives(of)) {
    if (option.kind !== "entity" || option.origin.how !== "call") continue;
    const { path, call } = option.origin;
    if (path === undefined || !/(^|\.)keras\.(\w+\.)*datasets\.\w+(\.\w+)*\.load_data$/.test(path)) continue;
    return { ...part(entity, index === 0 ? "train" : "test", `call@${String(call.start)}`), source: option, at: call };
  }
  return undefined;
}

function part(entity: Entity, name: NonNullable<Part["name"]>, split: string): Part {
  const at = entity.site ?? { kind: "Unknown", start: 0, end: 0, parts: [] };
  return { entity, role: name === "train" ? "train" : "test", name, source: entity, split, needsOther: false, at };
}
