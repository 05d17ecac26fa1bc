import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { CallFact, CodeFile, FactValue } from "../../../project/facts/code-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callSearch, callsTo, codeEvidence } from "../../search/code-evidence.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { argumentOf, valuesWithin, writtenAs } from "../../search/values.js";
import { pickledModels } from "../../search/pickled-models.js";
import { objectionsOf } from "../findings.js";

/** Are model files loaded safely and checked for integrity? */
export const detector: Detector = (project) => {
  const allowed = textsOf(project.config, "security.allowPickle");
  const loads = loadingCalls(project.code).filter(({ file }) => !matchesGlobs(allowed, file.path));
  const safe = loads.flatMap(({ file, call }): readonly Evidence[] => {
    const what = safeWay(call);
    return what === undefined
      ? []
      : [atMost(codeEvidence(project, { ...call, path: file.path }, { what, rule: "safe-load" }), "L2")];
  });
  const checks = integrityChecks(project);
  const keepsOwn = callsTo(project, { path: /^(?:mlflow|wandb)\..*log_(?:artifacts?|dict|model)$/ }).length > 0;
  const unsafe = loads.flatMap(({ file, call }): readonly Objection[] => {
    const place = {
      path: file.path,
      line: call.line,
      ...(call.cell === undefined ? {} : { cell: call.cell }),
      rule: "unsafe-load",
    };
    if (isTrue(argumentOf(call, "trust_remote_code")))
      return [{ ...place, allows: "fail", what: `\`${call.text}\` runs code that comes with the model` }];
    if (!isUnsafe(call)) return [];
    if (isExternal(call, file) && !(keepsOwn && isFromTracker(call, file))) {
      return isChecked(checks, file, call)
        ? []
        : [{ ...place, allows: "fail", what: `\`${call.text}\` unpickles a file from elsewhere` }];
    }
    return isChecked(checks, file, call)
      ? []
      : [{ ...place, allows: "partial", what: `\`${call.text}\` unpickles a file of the project's own` }];
  });
  const open = objectionsOf(project.findings, ["torch-load-unsafe"]).filter(
    ({ path, line }) => !matchesGlobs(allowed, path) && !unsafe.some((one) => one.path === path && one.line === line),
  );
  const known = [...checks.map(({ evidence: one }) => one), ...safe, ...unsafe.map(ownLoad)];
  const evidence = known.length > 0 ? known : pickledModels(project);
  const isGuarded = checks.length > 0 || safe.some(({ what }) => what.includes("revision"));
  const [first] = evidence;
  const unchecked: readonly Objection[] =
    isGuarded || first === undefined || unsafe.length > 0
      ? []
      : [
          {
            path: first.path,
            line: first.line,
            allows: "partial",
            what: "No model file is checked for integrity before it is loaded",
            rule: "integrity",
          },
        ];
  return detected({
    evidence,
    objections: [...unsafe, ...open, ...unchecked],
    missing: [
      ...unsafe.map(
        ({ path, line }) => `Load safetensors or ONNX instead at ${path}:${line}, or compare the file's SHA-256 first.`,
      ),
      ...(isGuarded ? [] : ["Compare the SHA-256 of a model file with the one that was recorded before loading it."]),
    ],
    forks:
      evidence.length === 0
        ? [{ question: "No code was found that loads a model: what does, and how is the file checked?" }]
        : [],
    searched: [
      "Loads of pickles, checkpoints and remote models, safe formats, pinned revisions, and comparisons of hashes.",
    ],
  });
};

const loadingCalls = callSearch(
  (call) => safeWay(call) !== undefined || isTrue(argumentOf(call, "trust_remote_code")) || isUnsafe(call),
  ["source", "notebook"],
);

/** What is loaded in an unsafe way is loaded all the same. */
function ownLoad({ path, line, what }: Objection): Evidence {
  return { path, line, level: "L2", what, rule: "unsafe-load" };
}

function safeWay(call: CallFact): string | undefined {
  const { path = "", text, name } = call;
  const told = (how: string): string => `\`${text}\` ${how}`;
  if (/^safetensors\..*(?:load\w*|safe_open)$/.test(path)) return told("reads safetensors");
  if (
    /InferenceSession$|^onnx\.load$|^openvino\..*read_model$|^tflite_runtime\..*Interpreter$|^tensorflow\.lite\.Interpreter$|InferenceSession\.create$/.test(
      path,
    )
  )
    return told("reads a format that runs no code");
  if (/^skops\.io\.loads?$/.test(path) && argumentOf(call, "trusted", 1) !== undefined)
    return told("trusts listed types only");
  if (path === "torch.load" && isTrue(argumentOf(call, "weights_only"))) return told("takes weights only");
  if (/^(?:tensorflow\.)?keras\.(?:\w+\.)*load_model$/.test(path) && !isFalse(argumentOf(call, "safe_mode")))
    return told("keeps its safe mode");
  if (/^(?:xgboost|lightgbm|catboost)\..*(?:load_model|Booster)$/.test(path))
    return told("reads a format that runs no code");
  const revision = argumentOf(call, "revision");
  if (
    /^(?:from_pretrained|pipeline|hf_hub_download|snapshot_download)$/.test(name) &&
    /^(?:transformers|huggingface_hub|diffusers|sentence_transformers)\./.test(path)
  ) {
    return revision !== undefined && !/^(?:main|master)$/.test(writtenAs(revision))
      ? told("pins a revision")
      : told("takes a model of the hub");
  }
  if (/^tf\.load(?:Layers|Graph)Model$|@tensorflow\/tfjs[\w-]*.*load(?:Layers|Graph)Model$/.test(path))
    return told("reads a format that runs no code");
  return undefined;
}

function isUnsafe(call: CallFact): boolean {
  const { path = "" } = call;
  if (
    /^(?:pickle|cPickle|dill|cloudpickle|joblib|_pickle|pickle5|hickle)\.(?:load|loads|Unpickler\.load)$/.test(path) ||
    path === "pandas.read_pickle"
  )
    return isModelLike(call);
  if (path === "numpy.load") return isTrue(argumentOf(call, "allow_pickle"));
  if (path === "torch.load") return isFalse(argumentOf(call, "weights_only"));
  if (/keras.*load_model$/.test(path)) return isFalse(argumentOf(call, "safe_mode"));
  return /^mlflow\.(?:sklearn|pyfunc|pytorch)\.load_model$/.test(path)
    ? false
    : path === "torch.hub.load" && isTrue(argumentOf(call, "trust_repo"));
}

/** Pickles of tables and caches are data; what is not known may well be a model. */
function isModelLike(call: CallFact): boolean {
  return call.path !== "pandas.read_pickle";
}

/** Does the file come from the network, or from whoever calls? */
function isExternal({ positional, within }: CallFact, { calls, functions }: CodeFile): boolean {
  const [source] = positional;
  if (source === undefined) return false;
  const parts = [...valuesWithin(source)];
  const text = parts.map(writtenAs).join(" ");
  if (/https?:\/\/|\brequest\.|\breq\.|upload|sys\.argv|\binput\(/.test(text)) return true;
  if (parts.some((part) => part.kind === "call" && downloads.test(part.path ?? part.text))) return true;
  const names = new Set(text.match(/[A-Za-z_]\w*/g) ?? []);
  const fromNet = calls.some(
    (call) =>
      call.within === within &&
      downloads.test(call.path ?? call.text) &&
      (names.has(call.resultName ?? "") ||
        [...call.positional, ...Object.values(call.named)].some(
          (value) => names.has(writtenAs(value)) && writtenAs(value) !== "",
        )),
  );
  const isRouteParam = functions.some(
    (one) =>
      one.name === within &&
      one.decorators.some(({ name }) => /^(?:get|post|put|route)$/.test(name)) &&
      one.params.some(({ name }) => names.has(name)),
  );
  return fromNet || isRouteParam;
}

/** What the project's own runs gave to their tracker comes back from it. */
function isFromTracker({ positional, within }: CallFact, { calls }: CodeFile): boolean {
  const names = new Set(positional.flatMap((value) => [...valuesWithin(value)]).map(writtenAs));
  const parts = positional.flatMap((value) => [...valuesWithin(value)]);
  return (
    parts.some((part) => part.kind === "call" && trackers.test(part.path ?? part.text)) ||
    calls.some(
      (call) => call.within === within && trackers.test(call.path ?? call.text) && names.has(call.resultName ?? "\0"),
    )
  );
}

const trackers = /^mlflow\..*download_artifacts$|^wandb\..*\.download$/;
const downloads =
  /urlretrieve|urlopen|hf_hub_download|snapshot_download|cached_download|download_file(?:obj)?$|download_url|download_to_filename|download_blob|load_state_dict_from_url|gdown\.download|wget\.download|^(?:requests|httpx)\.(?:get|stream)|get_object$|download_artifacts$|\.download$/;

interface Check {
  readonly evidence: Evidence;
  readonly file: CodeFile;
  readonly within: string;
}

/** A hash that is compared, and what does not match stops. */
function integrityChecks(project: ChecklistProject): readonly Check[] {
  return callsTo(project, {
    path: /^hashlib\.(?:sha\d+|blake2\w|file_digest|new)$|^(?:node:)?crypto\.(?:default\.)?createHash$|^hmac\.compare_digest$/,
  }).flatMap(({ file, call }) => {
    const helper = call.within;
    const guards = project.code.flatMap((other) =>
      other.role === "source" ? other.guards.map((guard) => ({ other, guard })) : [],
    );
    const found = guards.find(
      ({ other, guard }) =>
        (guard.effect === "raise" || guard.effect === "exit" || guard.effect === "assert") &&
        !/key|token|secret|password|signature|credential/i.test(guard.text) &&
        ((other === file &&
          guard.within === helper &&
          guard.mentions.some((name) => name === call.resultName || hashes.test(name))) ||
          guard.mentions.includes(helper.split(".").at(-1) || "\0")),
    );
    if (found === undefined) return [];
    const { other, guard } = found;
    const evidence = codeEvidence(
      project,
      { path: other.path, line: guard.line, within: guard.within },
      { what: `\`${guard.text}\` stops when a file is another one`, rule: "integrity" },
    );
    return [{ evidence: atMost(evidence, "L2"), file: other, within: guard.within }];
  });
}

const hashes = /hash|digest|sha\d*|checksum|md5|blake/i;

/** The check stands in the function that loads, or in one that it calls. */
function isChecked(checks: readonly Check[], file: CodeFile, call: CallFact): boolean {
  return checks.some(
    (check) =>
      (check.file === file && check.within === call.within) ||
      file.calls.some(
        ({ within, target, line }) =>
          within === call.within && line <= call.line && target === `${check.file.path}#${check.within}`,
      ),
  );
}

function isTrue(value: FactValue | undefined): boolean {
  return value?.kind === "literal" && value.value === true;
}

function isFalse(value: FactValue | undefined): boolean {
  return value?.kind === "literal" && value.value === false;
}
