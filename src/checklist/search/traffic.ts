import type { ConfigEntry, KubernetesObject } from "../../project/facts/file-facts.js";
import type { ChecklistProject } from "../project.js";

/** Where traffic is split between two versions of a model, or copied to a second one. */
export interface Split {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  /** Does it promote or abort by metrics by itself? */
  readonly isJudged: boolean;
}

/** Splits and mirrors of manifests, read with their templates. */
export function splitsOf({ kubernetes }: Pick<ChecklistProject, "kubernetes">): readonly Split[] {
  return kubernetes.flatMap((object): readonly Split[] => {
    const { path, kind, line, name } = object;
    if (/(?:^|\/)(?:docs?|examples?)\//.test(path) || isFrontEnd(object)) return [];
    const number = (entry: ConfigEntry): number | undefined => resolved(entry, object, kubernetes);
    const found = splitIn(object, number);
    if (found === undefined) return [];
    const place = found.line ?? line;
    return [
      {
        path,
        line: place,
        what: `${kind} ${name ?? ""} ${found.what}`.replace(/ {2,}/g, " "),
        isJudged: isJudged(object),
      },
    ];
  });
}

interface FoundSplit {
  readonly line: number | undefined;
  readonly what: string;
}

function splitIn(
  { kind, entries, apiVersion }: KubernetesObject,
  number: (entry: ConfigEntry) => number | undefined,
): FoundSplit | undefined {
  const at = (pattern: RegExp): readonly ConfigEntry[] => entries.filter(({ key }) => pattern.test(key));
  const share = (pattern: RegExp): FoundSplit | undefined => {
    const some = at(pattern).find((entry) => isShare(number(entry), entry));
    return some && { line: some.line, what: "sends a part of the traffic to the new version" };
  };
  const weights = (pattern: RegExp): FoundSplit | undefined => {
    const live = at(pattern).filter((entry) => isShare(number(entry), entry));
    return live.length > 1 ? { line: live[0]?.line, what: "splits the traffic by weights" } : undefined;
  };
  const mirror = (pattern: RegExp): FoundSplit | undefined => {
    const [some] = at(pattern).filter(({ value }) => value !== false && value !== null && value !== 0);
    return some && { line: some.line, what: "copies requests to a second version" };
  };
  switch (kind) {
    case "InferenceService":
      return share(/canaryTrafficPercent$/);
    case "SeldonDeployment":
      return mirror(/predictors\.\d+\.shadow$/) ?? weights(/predictors\.\d+\.traffic$/);
    case "Experiment":
      return mirror(/^spec\.mirror\./) ?? weights(/candidates\.\d+\.weight$/);
    case "VirtualService":
      return mirror(/\.mirror(?:s\.\d+\.destination)?\.host$/) ?? weights(/\.route\.\d+\.weight$/);
    case "HTTPRoute":
    case "GRPCRoute":
      return mirror(/\.requestMirror\./) ?? weights(/backendRefs\.\d+\.weight$/);
    case "TrafficSplit":
      return weights(/backends\.\d+\.weight$/);
    case "TraefikService":
      return mirror(/^spec\.mirroring\.mirrors\./) ?? weights(/services\.\d+\.weight$/);
    case "Rollout":
      return share(/strategy\.canary\.steps\.\d+\.setWeight$/) ?? blueGreen(at(/strategy\.blueGreen\./));
    case "Canary":
      return apiVersion.startsWith("flagger")
        ? { line: at(/analysis/)[0]?.line, what: "moves the traffic step by step" }
        : undefined;
    case "Ingress":
      return at(/canary$/).some(({ value }) => String(value) === "true")
        ? (share(/canary-weight$/) ?? mirror(/canary-by-(?:header|cookie)$/))
        : undefined;
    case "Service":
    case "Configuration":
      return apiVersion.startsWith("serving.knative") ? weights(/traffic\.\d+\.percent$/) : undefined;
    default:
      return undefined;
  }
}

function blueGreen(entries: readonly ConfigEntry[]): FoundSplit | undefined {
  return entries.length === 0
    ? undefined
    : { line: entries[0]?.line, what: "keeps the old version beside the new one until it is promoted" };
}

/** All or nothing is no split; what only the release knows may be one. */
function isShare(value: number | undefined, entry: ConfigEntry): boolean {
  return value === undefined ? String(entry.value).includes("{{") : value > 0 && value < 100;
}

/** A number, also one that a template takes from the chart's values. */
function resolved(
  { value }: ConfigEntry,
  { path }: KubernetesObject,
  all: readonly KubernetesObject[],
): number | undefined {
  if (typeof value === "number") return value;
  const [, key] = /\{\{-?\s*\.Values\.([\w.]+)[^}]*\}\}/.exec(String(value)) ?? [];
  if (key === undefined) return value === null || Number.isNaN(Number(value)) ? undefined : Number(value);
  const chart = path.replace(/\/templates\/.*$/, "");
  const values = all.find((one) => one.kind === "HelmValues" && one.path.startsWith(`${chart}/values.`));
  const found = values?.entries.find((entry) => entry.key === key)?.value;
  return typeof found === "number" ? found : undefined;
}

/** Analysis that looks at metrics decides whether it goes on. */
function isJudged({ entries, kind }: KubernetesObject): boolean {
  if (kind === "Canary") return entries.some(({ key }) => /analysis\.metrics\.\d+\./.test(key));
  return entries.some(({ key }) =>
    /(?:steps\.\d+\.analysis|canary\.analysis|(?:pre|post)PromotionAnalysis)\b/.test(key),
  );
}

/** A canary of the pages is none of the model. */
function isFrontEnd({ entries, name = "" }: KubernetesObject): boolean {
  const hosts = entries
    .filter(({ key }) =>
      /(?:destination\.host|mirror\.host|backendRefs\.\d+\.name|targetRef\.name|service\.name)$/.test(key),
    )
    .map(({ value }) => String(value));
  const names = hosts.length > 0 ? hosts : [name];
  return names.every(
    (one) =>
      /front-?end|(?:^|[-.])(?:web|ui|www|static|dashboard|portal|site)(?:$|[-.])/i.test(one) &&
      !/model|predict|infer|scor|rank/i.test(one),
  );
}
