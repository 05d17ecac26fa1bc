import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import type { FoundCall } from "./code-evidence.js";
import { argumentOf, isSet, textIn, writtenAs } from "./values.js";

/** A place that parts rows into those to train on and others. */
export interface Split extends FoundCall {
  readonly kind: "random" | "folds" | "ordered" | "published" | "hash";
  /** Does it give the same parts each time? */
  readonly isFixed: boolean;
  /** Does it make a part to test on, or only one to validate on? */
  readonly hasTest: boolean;
  /** Are the parts written to files? */
  readonly isStored: boolean;
}

export function splitsOf(
  { code }: Pick<ChecklistProject, "code">,
  roles: readonly CodeFile["role"][] = ["source"],
): readonly Split[] {
  return allSplits(code).filter(({ file }) => roles.includes(file.role));
}

const allSplits = onceForEach((file: CodeFile) => file.calls.flatMap((call) => splitOf(file, call)));

function splitOf(file: CodeFile, call: CallFact): readonly Split[] {
  const { path = "", name, resultName = "" } = call;
  const hasTest = !/val/i.test(resultName) || /test|hold_?out/i.test(resultName);
  const found = (kind: Split["kind"], isFixed: boolean, test = hasTest): readonly Split[] => [
    { file, call, kind, isFixed, hasTest: test, isStored: storesParts(file, call) },
  ];
  if (
    /(?:^|\.)(?:train_test_split|random_split|randomSplit|train_valid_split)$/.test(path) ||
    /^(?:train_test_split|randomSplit)$/.test(name)
  ) {
    const isOrdered = textIn(argumentOf(call, "shuffle")) === undefined && isFalse(argumentOf(call, "shuffle"));
    return found(isOrdered ? "ordered" : "random", isOrdered || isSeeded(call, file));
  }
  if (/^sklearn\.model_selection\.(?:\w+\.)*(?:Stratified|Group|StratifiedGroup)?ShuffleSplit$/.test(path))
    return found("random", isSeeded(call, file));
  if (/^sklearn\.model_selection\.(?:\w+\.)*TimeSeriesSplit$/.test(path)) return found("folds", true, false);
  if (/^sklearn\.model_selection\.(?:\w+\.)*(?:\w*KFold|LeaveOne\w+|PredefinedSplit)$/.test(path)) {
    const isShuffled = isSet(argumentOf(call, "shuffle"));
    return found(path.endsWith("PredefinedSplit") ? "published" : "folds", !isShuffled || isSeeded(call, file), false);
  }
  const split = textIn(argumentOf(call, "split"));
  if (/(?:^|\.)load_dataset$|^tensorflow_datasets\.load$|^torchvision\.datasets\./.test(path) && split !== undefined) {
    return /test/i.test(split) ? found("published", true, true) : [];
  }
  if (/^torchvision\.datasets\./.test(path) && isFalse(argumentOf(call, "train", 1)))
    return found("published", true, true);
  if (/^keras\.datasets\.\w+\.load_data$|^tensorflow\.keras\.datasets\.\w+\.load_data$/.test(path))
    return found("published", true, true);
  if (
    /^(?:zlib\.crc32|zlib\.adler32|hashlib\.\w+|mmh3\.hash\w*|farmhash\.\w+|xxhash\.\w+)$/.test(path) &&
    /split|part|bucket|fold|is_test|holdout/i.test(call.within) &&
    // Users of an experiment are parted too, and no rows.
    !/experiment|variant|\barms?\b|assign|traffic|rollout|canary/i.test(`${file.path} ${call.within}`)
  ) {
    return found("hash", true);
  }
  return [];
}

function isSeeded(call: CallFact, file: CodeFile): boolean {
  const given = argumentOf(call, "random_state") ?? argumentOf(call, "seed") ?? argumentOf(call, "generator");
  if (isSet(given)) return true;
  if (call.name === "random_split" && isSet(call.positional[2])) return true;
  if (call.name === "randomSplit" && isSet(call.positional[1])) return true;
  return file.calls.some(
    ({ name, path = "" }) =>
      /^(?:seed_everything|set_seed|set_random_seed|manual_seed|seed_all)$/.test(name) ||
      /^(?:numpy\.random|random)\.seed$/.test(path),
  );
}

function isFalse(value: ReturnType<typeof argumentOf>): boolean {
  return value?.kind === "literal" && value.value === false;
}

/** The parts are written from the same function, or from the one that this one hands them to. */
function storesParts({ calls, path }: CodeFile, call: CallFact): boolean {
  const users = calls.filter(({ target }) => target === `${path}#${call.within}`).map(({ within }) => within);
  const isTraining = calls.some(({ name }) => name === "fit" || name === "backward");
  return calls.some(
    (one) =>
      /^(?:to_(?:csv|parquet|pickle|feather|json)|write_(?:csv|parquet|table)|savez?|dump|save_to_disk|write_text)$/.test(
        one.name,
      ) &&
      (one.within === call.within || users.includes(one.within)) &&
      // What a script that trains writes is its model and its scores, unless it speaks of the parts.
      (!isTraining || /test|hold_?out|\bparts?\b/i.test(`${one.text} ${one.positional.map(writtenAs).join(" ")}`)) &&
      !/model|metric|scaler|encoder|pipeline|report/i.test(`${one.text} ${one.positional.map(writtenAs).join(" ")}`),
  );
}
