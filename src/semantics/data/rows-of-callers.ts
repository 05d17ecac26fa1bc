import { isPackageModule } from "../code/package-module.js";
import { perModel } from "../code/per-model.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Model } from "../model.js";
import { rootOf } from "../torch/training-loop.js";
import { isInsideModel } from "./own-models.js";

/**
 * Does a call deal with rows that only the callers of a library know: in a package, or in a model, that nobody in sight uses, and
 * that reads no rows itself? Whether these are all rows or some, and what they are scored on, is for the callers to say.
 */
export function isForRowsOfCallers(model: Model, event: CallEvent): boolean {
  const root = rootOf(event.frame);
  if (root === undefined || !(isPackageModule(model) || isInsideModel(event))) return false;
  return !readingCode(model).has(codeOf(root));
}

/** The class that a function begins in, or the function. */
function codeOf({ closure }: Frame): unknown {
  return closure?.owner?.form ?? closure?.form;
}

/** Classes and functions that get rows from somewhere else than their callers. */
const readingCode = perModel((model): ReadonlySet<unknown> => {
  const found = new Set<unknown>();
  for (const event of model.allCalls) {
    const root = rootOf(event.frame);
    if (root !== undefined && isReading(event)) found.add(codeOf(root));
  }
  return found;
});

function isReading({ path, method }: CallEvent): boolean {
  const name = path ?? method ?? "";
  if (/^(torchvision|torchaudio|torch_geometric|tensorflow_datasets)\.datasets\./.test(name)) return true;
  return reading.test(name) && !/^(torch|joblib|pickle|json|yaml|safetensors)\./.test(name);
}

const reading =
  /(^|\.)(read_\w+|fetch_\w+|load|load_(data\w*|\w*set|\w*data|csv|\w*files?|images?|from_disk|tables?|samples?|rows|arrays?|svmlight_\w+|iris|digits|wine|breast_cancer|diabetes)|open|loadtxt|genfromtxt|imread|listdir|glob|rglob|flow_from_\w+|image_dataset_from_directory|ImageFolder)$/;
