import { textsOf } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import type { CodeFile } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { commandSwitches, leadingTo, leadsTo, nodeOf } from "./call-graph.js";
import { callEvidence, callSearch, callsTo, codeEvidence, provesSomething, testEvidence } from "./code-evidence.js";
import { comparesSides } from "./parity-tests.js";
import { servingPath } from "./serving-path.js";

/** The functions of the training's side and of the service's side, as `path#name`. */
export interface Sides {
  readonly training: ReadonlySet<string>;
  readonly serving: ReadonlySet<string>;
}

export function sidesOf(project: ChecklistProject): Sides {
  const serving = servingPath(project).functions;
  const { code, profile } = project;
  const source = new Set(code.filter(({ role }) => role === "source").map(({ path }) => path));
  const ends = profile.facts.training.places.flatMap(({ path, line }) => {
    const file = code.find((one) => one.path === path);
    return (file?.calls ?? []).filter((call) => call.line === line).map(({ within }) => nodeOf(path, within));
  });
  // What trains may be handed its batches, so that no call leads from it to what makes them.
  const loaders = loaderCalls(code)
    .map(({ file, call }) => nodeOf(file.path, call.within))
    .filter((node) => !serving.has(node));
  const callers = [...leadingTo(project, [...ends, ...loaders], commandSwitches(code))].filter((node) =>
    source.has(node.slice(0, node.indexOf("#"))),
  );
  const training = new Set(
    [...leadsTo(project, callers)].filter((node) => source.has(node.slice(0, node.indexOf("#")))),
  );
  return { training, serving };
}

const loaderCalls = callSearch(({ path = "" }) => /^torch\.utils\.data\.(?:\w+\.)*DataLoader$/.test(path));

/** Functions that make features and that both sides call. */
export function sharedTransforms(project: ChecklistProject, { training, serving }: Sides): readonly Evidence[] {
  const paths = textsOf(project.config, "features.paths");
  return productFunctions(project.code).flatMap(({ file, form, node }): readonly Evidence[] => {
    if (!serving.has(node) || !training.has(node) || !makesFeatures(file, form.name, paths)) return [];
    const place = { path: file.path, line: form.line, within: form.name };
    return [
      codeEvidence(project, place, {
        what: `training and serving both call \`${form.name}\``,
        rule: "shared-transform",
      }),
    ];
  });
}

const productFunctions = onceForEach((file: CodeFile) =>
  file.role === "source" ? file.functions.map((form) => ({ file, form, node: nodeOf(file.path, form.name) })) : [],
);

function makesFeatures(file: CodeFile, name: string, paths: readonly string[]): boolean {
  if (paths.length > 0) return matchesGlobs(paths, file.path);
  const form = file.functions.find((one) => one.name === name);
  if (form?.hasReturn !== true) return false;
  const composes = file.calls.some((call) => call.within === name && call.name === "Compose");
  if (!composes && form.params.filter((param) => param.name !== "self").length === 0) return false;
  const isCalledSo =
    /feature|pre_?process|transform|encod|normali[sz]|scal|tokeni|clean|vectori|augment|impute|resize|crop|prepare|window|chunk|embed|prompt/i.test(
      `${file.path} ${name}`,
    );
  return isCalledSo && !/load|train|main|save|read|config|log/i.test(name);
}

/** One artefact of preprocessing that training writes and the service reads: a pipeline, a tokenizer, a layer of the model. */
export function sharedArtefacts(project: ChecklistProject, { serving }: Sides): readonly Evidence[] {
  const makes = callsTo(project, { path: combined });
  const [made] = makes;
  const stores = [...callsTo(project, { path: onlineStore }), ...callsTo(project, { name: /^get_online_features$/ })];
  const offline = [
    ...callsTo(project, { path: /^feast\..*get_historical_features$/ }),
    ...callsTo(project, { name: /^get_historical_features$/ }),
  ];
  const store =
    offline.length > 0
      ? stores.map((found) =>
          callEvidence(project, found, {
            what: "a feature store gives the features of both sides",
            rule: "feature-store",
          }),
        )
      : [];
  const writes = callsTo(project, {
    path: writers,
    name: /^(?:save|save_model|save_pretrained|log_model|dump)$/,
  }).filter(({ file, call }) => !serving.has(nodeOf(file.path, call.within)));
  const reads = callsTo(project, { path: readers, name: /^(?:load_model|load)$/ });
  if (made === undefined || writes.length === 0) return store;
  // The service may load its model when it starts, which is no part of a request's way.
  const loaded = reads.filter(({ file, call }) => isOfService(file, call.within, serving));
  const what = `serving loads what training saved, with \`${made.call.text}\` in it`;
  return [...store, ...loaded.map((found) => callEvidence(project, found, { what, rule: "shared-artefact" }))];
}

function isOfService({ path }: CodeFile, within: string, serving: ReadonlySet<string>): boolean {
  return serving.has(nodeOf(path, within)) || [...serving].some((node) => node.startsWith(`${path}#`));
}

const combined =
  /^(?:sklearn\.(?:pipeline\.(?:Pipeline|make_pipeline)|compose\.(?:ColumnTransformer|make_column_transformer))|imblearn\.pipeline\.(?:Pipeline|make_pipeline)|keras\.(?:\w+\.)*(?:Normalization|TextVectorization|StringLookup|Discretization|Rescaling|CategoryEncoding)|transformers\.(?:\w+\.)*(?:\w*Tokenizer\w*|\w*Processor|\w*ImageProcessor|\w*FeatureExtractor)\.from_pretrained|pyspark\.ml\.Pipeline|sklearn\.preprocessing\.\w+(?:\.fit\w*)?)$/;
const writers =
  /^(?:joblib\.dump|pickle\.dump|cloudpickle\.dump|dill\.dump|skops\.io\.dump|mlflow\..*log_model|mlflow\..*save_model|bentoml\..*save_model|transformers\..*save_pretrained|keras\..*save|skl2onnx\..*)$/;
const readers =
  /^(?:joblib\.load|pickle\.load|cloudpickle\.load|dill\.load|skops\.io\.load|mlflow\..*load_model|bentoml\..*(?:load_model|get)|transformers\..*from_pretrained|keras\..*load_model|onnxruntime\.InferenceSession|transformers\.pipeline)$/;
const onlineStore = /^feast\..*get_online_features$/;

/** Tests that compare what both sides make of the same record, and jobs that recompute what was served. */
export function parityChecks(project: ChecklistProject, sides: Sides): readonly Evidence[] {
  const tests = project.tests
    .filter((test) => provesSomething(test) && comparesSides(project, test, sides))
    .map((test) =>
      testEvidence(test, { what: `\`${test.name}\` compares training with serving`, rule: "parity-test" }),
    );
  const jobs = callsTo(project, {
    path: /^(?:numpy\.(?:testing\.assert_\w+|allclose)|pandas\.testing\.assert_\w+|tensorflow_data_validation\..*skew_comparator.*)$/,
    name: /^skew_comparator$/,
  })
    .filter(
      ({ file, call }) =>
        /skew|parity|recomput/i.test(`${file.path} ${call.within}`) || /skew_comparator/.test(call.path ?? call.name),
    )
    .map((found) =>
      callEvidence(project, found, {
        what: `\`${found.call.within}\` compares served features with recomputed ones`,
        rule: "skew-job",
      }),
    );
  return [...tests, ...jobs];
}
