import { matchesGlobs } from "../../engine/globs.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callEvidence, callSearch, callsTo } from "./code-evidence.js";
import { atMost } from "./pipeline-evidence.js";
import { isOfProduct } from "./product-files.js";
import { argumentOf, isSet, textIn, textsIn, writtenAs } from "./values.js";

/** Data that DVC keeps: which paths, whether a remote has them, and whether what is kept is written down. */
export interface DvcData {
  readonly path: string;
  readonly line: number;
  readonly outputs: readonly string[];
  readonly hasRemote: boolean;
}

export function dvcData({ files, configs, pipelines, reports }: ChecklistProject): DvcData | undefined {
  const pointers = configs.filter(
    ({ path, entries }) => /[^/]\.dvc$/.test(path) && entries.some(({ key }) => keptPath.test(key)),
  );
  // A lock without hashes keeps nothing.
  const isEmpty = (path: string): boolean =>
    reports.dvcLock.some((one) => one.path === path && one.outputs.length === 0);
  const lock = files.find((path) => /(?:^|\/)dvc\.lock$/.test(path) && isOfProduct({ files }, path) && !isEmpty(path));
  const first = pointers[0]?.path ?? lock;
  if (first === undefined) return undefined;
  const kept = pointers.flatMap(({ path, entries }) =>
    entries.flatMap(({ key, value }) =>
      keptPath.test(key) ? [`${path.slice(0, path.lastIndexOf("/") + 1)}${String(value)}`] : [],
    ),
  );
  const made =
    lock === undefined
      ? []
      : pipelines.filter(({ system }) => system === "dvc").flatMap(({ outputs, inputs }) => [...outputs, ...inputs]);
  const hasRemote = configs.some(
    ({ path, entries }) =>
      /(?:^|\/)\.dvc\/config$/.test(path) &&
      entries.some(({ key, value }) => /remote/i.test(key) && /url$/i.test(key) && value !== ""),
  );
  return { path: first, line: 1, outputs: [...new Set([...kept, ...made])], hasRemote };
}

const keptPath = /^outs\.\d+\.path$/;

/** Data files that Git LFS keeps: a rule for them, and pointers in their place. */
export async function lfsData(
  project: ChecklistProject,
): Promise<{ readonly path: string; readonly line: number; readonly outputs: readonly string[] } | undefined> {
  const path = project.files.find((file) => /(?:^|\/)\.gitattributes$/.test(file));
  const lines = path === undefined ? [] : ((await project.read(path)) ?? "").split("\n");
  for (const [index, line] of lines.entries()) {
    const pattern = /^([^#\s]+)\s.*\bfilter=lfs\b/.exec(line)?.[1];
    if (pattern === undefined || path === undefined) continue;
    const globs = pattern.includes("/") ? [pattern.replace(/^\//, "")] : [pattern, `**/${pattern}`];
    const matching = project.files.filter((file) => matchesGlobs(globs, file) && dataFile.test(file));
    const outputs: string[] = [];
    for (const file of matching)
      if ((await project.read(file))?.startsWith("version https://git-lfs") === true) outputs.push(file);
    if (outputs.length > 0) return { path, line: index + 1, outputs };
  }
  return undefined;
}

export const dataFile =
  /\.(?:csv|tsv|parquet|feather|arrow|jsonl|npz|npy|h5|hdf5|tfrecords?|zip|tar|gz|pkl|db|sqlite|json|txt|jpe?g|png|wav)$/i;

/** Reads of one version of a table or a data set: as of a time, a version, or a hash. */
export function versionedReads(project: ChecklistProject): readonly Evidence[] {
  return versionedCalls(project.code).map((found) =>
    callEvidence(project, found, { what: `\`${found.call.text}\` reads one version`, rule: "versioned-read" }),
  );
}

const versionedCalls = callSearch((call) => {
  const { path = "", name } = call;
  const option = textIn(call.positional[0]);
  return (
    (name === "option" && /^(?:versionAsOf|timestampAsOf|snapshot-id|as-of-timestamp)$/.test(option ?? "")) ||
    (/^deltalake\.(?:\w+\.)*DeltaTable$/.test(path) && isSet(argumentOf(call, "version", 1))) ||
    (name === "scan" && isSet(argumentOf(call, "snapshot_id"))) ||
    (/^quilt3\./.test(path) && isSet(argumentOf(call, "top_hash"))) ||
    (/(?:^|\.)load_dataset$/.test(path) && isFixed(textIn(argumentOf(call, "revision")))) ||
    call.positional.some((value) => /^lakefs:\/\/[^/]+\/(?!main\b|master\b|latest\b)/.test(writtenAs(value)))
  );
});

function isFixed(revision: string | undefined): boolean {
  return revision !== undefined && !/^(?:main|master|head|latest)$/i.test(revision);
}

/** Level 1: what was trained on is logged or hashed, or copied aside, at the time of training. */
export function snapshots(project: ChecklistProject): readonly Evidence[] {
  const logged = callsTo(project, {
    path: /^(?:wandb\.(?:\w+\.)*Artifact|mlflow\.log_input|mlflow\.data\.(?:\w+\.)*from_\w+|dvc\.api\.get_url)$/,
  }).filter(({ call }) => call.name !== "Artifact" || /data/i.test(textsIn(argumentOf(call, "type", 1)).join("")));
  const hashed = callsTo(project, { path: /^hashlib\.(?:sha\w+|md5|blake2\w|file_digest)$/ }).filter(
    ({ file, call }) => {
      const words = `${call.within} ${call.positional.map(writtenAs).join(" ")} ${call.resultName ?? ""}`;
      return /data|file|csv|parquet|bytes|fingerprint|checksum|snapshot/i.test(words) && loggedIn(project, file.path);
    },
  );
  // Where it is copied to, or from, says that it is data; where to, that the copy stays.
  const copied = callsTo(project, { path: /^shutil\.(?:copy\w*|copytree)$/ }).filter(({ call }) => {
    const words = call.positional.map(writtenAs).join(" ");
    return (
      /data|snapshot/i.test(words) &&
      /snapshot|version|date|stamp|today|now|isoformat/i.test(words) &&
      !/model|weight|checkpoint/i.test(words)
    );
  });
  return [...logged, ...hashed, ...copied].map((found) =>
    atMost(
      callEvidence(project, found, { what: `\`${found.call.text}\` notes what the data was`, rule: "snapshot" }),
      "L2",
    ),
  );
}

function loggedIn({ code }: ChecklistProject, path: string): boolean {
  return code.some(
    (file) =>
      (file.path === path || file.imports.some(({ target }) => target === path)) &&
      file.calls.some(({ name }) => /^(?:log_params?|set_tags?|log_dict|dump|write_text|log_metrics?|log)$/.test(name)),
  );
}
