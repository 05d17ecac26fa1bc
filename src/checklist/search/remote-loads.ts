import type { CallFact, FactValue } from "../../project/facts/code-facts.js";
import type { ConfigFile } from "../../project/facts/file-facts.js";
import type { ChecklistProject } from "../project.js";
import { callsTo, type FoundCall } from "./code-evidence.js";
import { argumentOf, constantOf, isSet, textIn, writtenAs } from "./values.js";

/** A model, data set or piece of code that is fetched from a server of others. */
export interface RemoteLoad extends FoundCall {
  /** As far as it is known. */
  readonly id: string;
  /** Undefined where the version comes from somewhere that cannot be followed. */
  readonly isPinned: boolean | undefined;
  /** Nobody can tell from the files what is loaded. */
  readonly isUnresolved: boolean;
}

/** All loads of the product's own code that go to a server, or may. */
export function remoteLoads(project: ChecklistProject): readonly RemoteLoad[] {
  return callsTo(project, { path: loading, name: /^from_pretrained$/ }).flatMap((found) => {
    const load = loadOf(found.call, project);
    return load === undefined ? [] : [{ ...found, ...load }];
  });
}

const loading =
  /\.from_pretrained$|^transformers\.(?:\w+\.)*pipeline$|^(?:@huggingface|@xenova)\/transformers\.pipeline$|^datasets\.(?:\w+\.)*load_dataset$|^sentence_transformers\.(?:\w+\.)*(?:SentenceTransformer|CrossEncoder|SparseEncoder)$|^huggingface_hub\.(?:\w+\.)*(?:hf_hub_download|snapshot_download)$|^torch\.hub\.load$|^timm\.(?:\w+\.)*create_model$|^tensorflow_hub\.(?:\w+\.)*(?:load|KerasLayer)$/;

type Load = Omit<RemoteLoad, keyof FoundCall>;

function loadOf(call: CallFact, { code, configs, files }: ChecklistProject): Load | undefined {
  const { path = "" } = call;
  const source = constantOf(sourceOf(call), code);
  const revision = constantOf(revisionOf(call), code);
  const id = textIn(source) ?? fromConfig(source, configs);
  if (id === undefined) {
    if (source === undefined || isLocalName(writtenAs(source)) || isOwnCall(source)) return undefined;
    return { id: writtenAs(source), isPinned: isPinnedBy(revision, configs), isUnresolved: true };
  }
  if (isLocal(id, files)) return undefined;
  const known = (isPinned: boolean | undefined): Load => ({ id, isPinned, isUnresolved: false });
  if (path === "torch.hub.load") {
    if (textIn(argumentOf(call, "source")) === "local") return undefined;
    const ref = /^[^/]+\/[^/:]+:(.+)$/.exec(id)?.[1];
    return known(ref !== undefined && !isMoving(ref));
  }
  if (path.startsWith("timm.")) {
    if (!isSet(argumentOf(call, "pretrained", 1)) && !id.startsWith("hf")) return undefined;
    return known(isPinnedCard(call) || /@[\w.-]{3,}$/.test(id));
  }
  if (path.startsWith("tensorflow_hub.")) return known(/\/\d+(?:\?.*)?$|\/versions\/\d+/.test(id));
  if (path.endsWith("load_dataset") && localBuilders.test(id)) return undefined;
  return known(isPinnedBy(revision, configs));
}

const localBuilders = /^(?:csv|json|parquet|text|arrow|imagefolder|audiofolder|pandas|xml)$/;

/** What is loaded: by its usual names, or else the first argument. */
function sourceOf(call: CallFact): FactValue | undefined {
  const isPipeline = call.name === "pipeline";
  for (const name of [
    "pretrained_model_name_or_path",
    "model_name_or_path",
    "repo_id",
    "model",
    "repo_or_dir",
    "path",
    "handle",
  ]) {
    const value = argumentOf(call, name);
    if (value !== undefined) return value;
  }
  if (!isPipeline) return call.positional[0];
  const [task, model] = call.positional;
  // Without a model, the library chooses one.
  return model === undefined || model.kind === "dict" ? task : model;
}

function revisionOf(call: CallFact): FactValue | undefined {
  return argumentOf(call, "revision") ?? argumentOf(call, "code_revision");
}

function isPinnedBy(revision: FactValue | undefined, configs: readonly ConfigFile[]): boolean | undefined {
  if (!isSet(revision)) return false;
  const text = textIn(revision) ?? fromConfig(revision, configs);
  return text === undefined ? undefined : !isMoving(text);
}

/** A branch moves; a commit and a tag stay. */
function isMoving(ref: string): boolean {
  return /^(?:main|master|head|dev|develop|latest|trunk|nightly)$/i.test(ref) || ref === "";
}

function isPinnedCard(call: CallFact): boolean {
  return /@[\w.-]{3,}/.test(writtenAs(argumentOf(call, "pretrained_cfg")));
}

/** `cfg.model.revision` is the entry `model.revision` of the one file of settings that has it. */
function fromConfig(value: FactValue | undefined, configs: readonly ConfigFile[]): string | undefined {
  const text = writtenAs(value);
  const key = /(?:\.|\[["'])(\w+)(?:["']\])?$/.exec(text)?.[1];
  if (key === undefined) return undefined;
  const values = new Set(
    configs.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.key.split(".").at(-1)?.toLowerCase() === key.toLowerCase() && typeof entry.value === "string"
          ? [entry.value]
          : [],
      ),
    ),
  );
  return values.size === 1 ? [...values][0] : undefined;
}

function isLocal(id: string, files: readonly string[]): boolean {
  if (/^(?:\.{0,2}\/|~|[A-Za-z]:\\|file:|s3:|gs:)/.test(id)) return true;
  if (/^(?:models?|checkpoints?|outputs?|artifacts?|data|runs|weights|saved\w*|results)\//.test(id)) return true;
  if (/\.(?:pt|pth|bin|safetensors|onnx|json)$/.test(id) && !id.startsWith("http")) return true;
  return files.some((file) => file === id || file.startsWith(`${id}/`));
}

function isLocalName(text: string): boolean {
  return /(?:dir|path|folder|ckpt|checkpoint|output|artifact|local|Path\(|join)/i.test(text);
}

/** An object of the project's own: what it loads is seen where that is done. */
function isOwnCall(value: FactValue): boolean {
  return value.kind === "call" || value.kind === "symbol";
}
