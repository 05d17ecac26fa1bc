import { isLoader } from "../../knowledge/random-draws.js";
import { isOptimizerType } from "../../knowledge/torch.js";
import type { CallFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { nodeOf } from "./call-graph.js";
import { seededBy } from "./randomness.js";
import { makesModel, trains, trainingRun } from "./training-calls.js";
import { argumentOf } from "./fact-values.js";

export type HyperKind = "learning rate" | "batch size" | "number of epochs" | "model size" | "seed";

/** A place where a hyper-parameter goes into the optimiser, the model, the loader or the loop. */
export interface HyperUse {
  readonly kind: HyperKind;
  /** The argument's name. */
  readonly name: string;
  readonly value: FactValue;
  readonly file: CodeFile;
  readonly call: CallFact;
}

/** The hyper-parameters in the code that training comes to. */
export function hyperUses(project: Pick<ChecklistProject, "code">): readonly HyperUse[] {
  const run = trainingRun(project);
  return usesIn(project.code).filter(({ node }) => run.has(node));
}

const usesIn = onceForEach((file: CodeFile) => {
  if (file.role !== "source") return [];
  const looping = new Set(file.calls.filter((call) => call.inLoop && trains(call)).map(({ within }) => within));
  return file.calls.flatMap((call) =>
    usesOf(file, call, looping.has(call.within)).map((use) => ({ ...use, node: nodeOf(file.path, call.within) })),
  );
});

function usesOf(file: CodeFile, call: CallFact, loops: boolean): readonly HyperUse[] {
  const found: HyperUse[] = [];
  const add = (kind: HyperKind, name: string, value: FactValue | undefined): void => {
    const isNothing = value === undefined || (value.kind === "literal" && value.value === null);
    if (!isNothing) found.push({ kind, name, value, file, call });
  };
  const { path = "", positional, named } = call;
  if (isOptimizerType(path)) add("learning rate", "lr", argumentOf(call, ["lr"], 1));
  else if (kerasOptimizer.test(path))
    add("learning rate", "learning_rate", argumentOf(call, ["learning_rate", "lr"], 0));
  else if (tfjsOptimizer.test(path)) add("learning rate", "learningRate", positional[0]);
  else if (isLoader(path)) add("batch size", "batch_size", argumentOf(call, ["batch_size"], 1));
  else if (path === "builtins.range" && loops)
    add("number of epochs", "epochs", positional.at(positional.length > 1 ? 1 : 0));
  else if (seededBy(call).length > 0 && positional.length > 0) add("seed", "seed", positional[0]);
  else if (/^keras\.layers\.(?:Dense|LSTM|GRU|Embedding|Conv\dD)$/.test(path))
    add("model size", "units", argumentOf(call, ["units", "filters", "output_dim"], 0));
  else if (/^@tensorflow\/tfjs\.layers\./.test(path))
    add("model size", "units", argumentOf(call, ["units", "filters"]));
  const options = positional.flatMap((value) => (value.kind === "dict" ? Object.entries(value.entries) : []));
  const isOwn = call.target !== undefined;
  for (const [name, value] of [...Object.entries(named), ...options]) {
    if (found.some((one) => one.value === value)) continue;
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
    if (kind === undefined || (kind === "model size" && !isOwn && !makesModel(path) && !settingClasses.test(path)))
      continue;
    // `verbose`-like options of anything else may share a name; rates and sizes of what trains do not.
    add(kind, name, value);
  }
  return found;
}

const kinds: readonly (readonly [RegExp, HyperKind])[] = [
  [/^(?:lr|learning_?rate|eta|base_lr|max_lr|learningRate)$/, "learning rate"],
  [/^(?:batch_?size|per_device_train_batch_size|train_batch_size|batchSize)$/, "batch size"],
  [/^(?:epochs|n_epochs|num_epochs|max_epochs|num_train_epochs|max_steps|num_boost_round)$/, "number of epochs"],
  [
    /^(?:hidden\w*|n_layers|num_layers|n_hidden\w*|d_model|n_heads|num_heads|units|width|depth|max_depth|num_leaves|n_estimators|embedding_dim|embed_dim|filters|channels|dropout)$/,
    "model size",
  ],
  [/^(?:seed|random_state|random_seed|data_seed)$/, "seed"],
];

const settingClasses = /(?:TrainingArguments|Config|LoraConfig)$/;
const kerasOptimizer = /^keras\.optimizers\.(?:\w+\.)*[A-Z]\w*$/;
const tfjsOptimizer = /^@tensorflow\/tfjs\.train\.\w+$/;
