import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { actionsOf, notGating, runEvidence, runsOf } from "../../search/ci-evidence.js";
import { callsTo, type FoundCall } from "../../search/code-evidence.js";
import { atMost, pipelineCallEvidence } from "../../search/pipeline-evidence.js";
import { argumentOf, isSet, textIn } from "../../search/values.js";

/** Is the model packaged with code, dependencies and signature, in a shared registry? */
export const detector: Detector = (project) => {
  const wanted = textOf(project.config, "registry.system");
  const systems = registries.filter(({ system }) => wanted === undefined || wanted === "other" || wanted === system);
  const isSigned = callsTo(project, { path: /^mlflow\..*log_model$|^mlflow\.\w+\.save_model$/ }).some(hasSignature);
  const evidence = systems.flatMap(({ system, path, commands, isWhole }) => {
    const calls = path === undefined ? [] : callsTo(project, { path }).filter((found) => isModel(found));
    const told = { what: `The model goes to ${titles[system] ?? system}`, rule: `registry-${system}` };
    const inCode = calls.map((found) => {
      const evidence = pipelineCallEvidence(project, found, { ...told, what: `${told.what} (\`${found.call.text}\`)` });
      // What nothing repeats, somebody does by hand.
      const isByHand = evidence.repeatedBy === undefined;
      return isWhole(found, isSigned) && !isByHand ? notGating(evidence) : atMost(evidence, "L2");
    });
    const runs = commands === undefined ? [] : runsOf(project, commands);
    const inCi = runs
      .map((run) => runEvidence(run, told))
      .map((one) => (isWhole === never ? atMost(one, "L2") : notGating(one)));
    return [...inCode, ...inCi, ...inSteps(project, commands, told)];
  });
  return detected({
    evidence: [...evidence, ...uploads(project)],
    missing: missingOf(evidence, isSigned),
    searched: [
      "Calls and commands that register, publish or upload a model: MLflow, W&B, BentoML, Hugging Face, SageMaker, Vertex, DVC and others.",
    ],
  });
};

function missingOf(evidence: readonly Evidence[], isSigned: boolean): readonly string[] {
  const [first] = evidence;
  if (first === undefined) {
    return [
      "Register the model, for example with `mlflow.<flavor>.log_model(..., signature=, registered_model_name=)`.",
    ];
  }
  const unsigned =
    first.rule === "registry-mlflow" && !isSigned ? ["Give `log_model` a `signature` or an `input_example`."] : [];
  return [...unsigned, `Let CI or a pipeline run ${first.path}, so that nobody registers a model by hand.`];
}

/** `dvc push` and the like as the command of a pipeline's step. */
function inSteps(
  { pipelines }: ChecklistProject,
  commands: RegExp | undefined,
  { what, rule }: { readonly what: string; readonly rule: string },
): readonly Evidence[] {
  if (commands === undefined) return [];
  return pipelines.flatMap(({ path, line, name, commands: written }) =>
    written.some((command) => commands.test(command))
      ? [{ path, line, level: "L2" as const, what: `${what}, by step "${name}"`, rule }]
      : [],
  );
}

/** A copy on a server says nothing of what it needs, and the next one may overwrite it. */
function uploads(project: ChecklistProject): readonly Evidence[] {
  const told = { what: "The model is copied to a store, without signature", rule: "upload" };
  const calls = callsTo(project, {
    path: /^boto3\..*(?:upload_file\w*|put_object)$|^google\.cloud\.storage\..*upload_from_\w+$|^azure\.storage\..*upload_blob$/,
    name: /^(?:upload_file(?:obj)?|put_object|upload_from_filename|upload_blob)$/,
  }).filter(({ call }) =>
    /model|weight|checkpoint|\.pkl|\.joblib|\.onnx|\.pt\b/i.test(JSON.stringify([call.positional, call.named])),
  );
  const runs = runsOf(
    project,
    /^(?:aws s3 (?:cp|sync|mv)|gsutil (?:-m )?cp|gcloud storage cp|az storage blob upload)\b.*(?:model|\.pkl|\.joblib|\.onnx|\.pt\b)/i,
  );
  return [
    ...calls.map((found) => atMost(pipelineCallEvidence(project, found, told), "L2")),
    ...runs.map((run) => atMost(runEvidence(run, told), "L2")),
    ...actionsOf(project, /softprops\/action-gh-release/).map((action) => atMost(runEvidence(action, told), "L2")),
  ];
}

function hasSignature({ call }: FoundCall): boolean {
  return isSet(argumentOf(call, "signature")) || isSet(argumentOf(call, "input_example"));
}

/** W&B's artifacts are of all kinds. */
function isModel({ call }: FoundCall): boolean {
  return call.path !== "wandb.Artifact" || textIn(argumentOf(call, "type", 1)) === "model";
}

interface Registry {
  readonly system: string;
  readonly path?: RegExp;
  readonly commands?: RegExp;
  /** Does what is registered hold all that it needs, under a version that stays? */
  readonly isWhole: (found: FoundCall, isSigned: boolean) => boolean;
}

const always = (): boolean => true;
/** The file alone is kept, without its signature and what it needs. */
const never = (): boolean => false;

const registries: readonly Registry[] = [
  {
    system: "mlflow",
    path: /^mlflow\.(?:(?:\w+\.)*log_model|register_model|(?:tracking\.)?(?:\w+\.)*MlflowClient\.create_model_version)$/,
    isWhole: ({ call }, isSigned) =>
      isSigned && (call.name !== "log_model" || isSet(argumentOf(call, "registered_model_name"))),
  },
  {
    system: "wandb",
    path: /^wandb\.(?:Artifact|(?:Run\.)?(?:link_model|log_model|link_artifact))$/,
    isWhole: ({ call }) => call.name.startsWith("link"),
  },
  {
    system: "bentoml",
    path: /^bentoml\.(?:\w+\.)*save_model$/,
    commands: /^bentoml (?:build|containerize|push)\b/,
    isWhole: always,
  },
  {
    system: "huggingface",
    path: /(?:^|\.)push_to_hub$|^huggingface_hub\.(?:\w+\.)*(?:upload_folder|upload_file|create_commit)$/,
    commands: /^(?:huggingface-cli|hf) upload\b/,
    isWhole: ({ call }) => isSet(argumentOf(call, "revision")) || isSet(argumentOf(call, "tags")),
  },
  {
    system: "sagemaker",
    path: /^sagemaker\..*(?:\.register|ModelPackage|RegisterModel|ModelStep)$|^boto3\..*create_model_package$/,
    isWhole: always,
  },
  { system: "vertex", path: /^google\.cloud\.aiplatform\.(?:\w+\.)*Model\.upload(?:_\w+)?$/, isWhole: always },
  {
    system: "azureml",
    path: /^azure\.ai\.ml\.(?:\w+\.)*models\.create_or_update$|^azureml\..*Model\.register$/,
    isWhole: always,
  },
  { system: "tfx", path: /^tfx\.(?:\w+\.)*Pusher$/, isWhole: always },
  { system: "clearml", path: /^clearml\.OutputModel(?:\.publish|\.update_weights)?$/, isWhole: always },
  { system: "torchserve", commands: /^torch-model-archiver\b/, isWhole: always },
  { system: "oci", commands: /^(?:oras push|kit push|modelkit push|omlmd push)\b/, isWhole: always },
  { system: "dvc", commands: /^dvc push\b/, isWhole: never },
];

const titles: Readonly<Record<string, string>> = {
  ...{ mlflow: "MLflow", wandb: "W&B", bentoml: "BentoML", huggingface: "the Hugging Face hub", dvc: "DVC's remote" },
  ...{ sagemaker: "SageMaker", vertex: "Vertex AI", azureml: "Azure ML", tfx: "TFX's store", clearml: "ClearML" },
  ...{ torchserve: "TorchServe's archive", oci: "a registry of images" },
};
