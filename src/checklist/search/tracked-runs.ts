import type { AssignFact, CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import type { FoundCall } from "./code-evidence.js";
import { argumentOf, literalOf, textsIn, textsOfCall } from "./fact-values.js";
import { type TrackedKind, type Tracker, trackers } from "./trackers.js";

/** A call by which a run is tracked, and what it keeps of it. */
export interface TrackedCall extends FoundCall {
  readonly tracker: string;
  readonly kinds: readonly TrackedKind[];
  readonly isStart: boolean;
}

/** The calls of trackers that are switched on: a run is started, and nothing disables it. */
export function trackedCalls(
  project: Pick<ChecklistProject, "code">,
  only: string | undefined,
): readonly TrackedCall[] {
  const files = trackingIn(project.code);
  return trackers
    .filter(({ id }) => only === undefined || !trackers.some((one) => one.id === only) || id === only)
    .flatMap((tracker) => (isDisabled(tracker, files) ? [] : callsOf(tracker, files)));
}

function callsOf(tracker: Tracker, files: readonly Tracking[]): readonly TrackedCall[] {
  const found: TrackedCall[] = [];
  const isStartPath = remembered((path) => tracker.starts.test(path));
  const loggedBy = remembered((path) =>
    tracker.logs.flatMap(([pattern, logged]) => (pattern.test(path) ? logged : [])),
  );
  for (const { file, calls, assigns } of files) {
    // What is there only when somebody happens to have installed it is no habit.
    const isOptional = file.imports.some(
      ({ module, isOptional: optional }) => optional && module.split(".")[0] === tracker.id,
    );
    if (isOptional) continue;
    for (const call of calls) {
      const path = call.path ?? "";
      const reports = reportsTo(call, tracker);
      const isStart = isStartPath(path) || reports;
      const kinds = new Set<TrackedKind>(loggedBy(path));
      if (isStart) for (const kind of tracker.byItself) kinds.add(kind);
      if (reports) for (const kind of ["parameters", "metrics"] as const) kinds.add(kind);
      if (isStart && argumentOf(call, ["config"]) !== undefined) kinds.add("parameters");
      if (kinds.size > 0 && textsOfCall(call).some(namesDataVersion)) kinds.add("the version of the data");
      if (kinds.size > 0 && textsOfCall(call).some(namesCommit)) kinds.add("the version of the code");
      if (/\.Artifact$/.test(path) && textsOfCall(call).some((text) => /^data(?:set)?$/.test(text)))
        kinds.add("the version of the data");
      if (isStart || kinds.size > 0) found.push({ tracker: tracker.id, kinds: [...kinds], isStart, file, call });
    }
    for (const { target, within, line } of assigns) {
      // `wandb.config.lr = …` and `run["parameters"] = …` are logs without a call; the start beside them is their call.
      const isParams =
        tracker.id === "wandb"
          ? /^(?:wandb|run)\.config\b/.test(target)
          : /^run\[["']param/.test(target) || (tracker.id === "aim" && /^run\[["']hparams/.test(target));
      const start = isParams ? found.find((one) => one.file === file && one.isStart) : undefined;
      if (start !== undefined)
        found.push({
          ...start,
          call: { ...start.call, line, within, text: target },
          kinds: ["parameters"],
          isStart: false,
        });
    }
  }
  return found.some(({ isStart }) => isStart) ? found : [];
}

/** The calls that may say something about any tracker: only a few of all. */
const trackingIn = onceForEach((file: CodeFile): readonly Tracking[] => {
  if (file.role !== "source") return [];
  const calls = file.calls.filter(
    (call) => (call.path !== undefined && isOfTracker(call.path)) || argumentOf(call, ["report_to"]) !== undefined,
  );
  const assigns = file.assigns.filter(({ target }) => /^wandb\.|^run[.[]/.test(target));
  return [{ file, calls, assigns }];
});

function isOfTracker(path: string): boolean {
  return (
    /\.Artifact$/.test(path) ||
    trackers.some(({ starts, logs }) => starts.test(path) || logs.some(([pattern]) => pattern.test(path)))
  );
}

interface Tracking {
  readonly file: CodeFile;
  readonly calls: readonly CallFact[];
  readonly assigns: readonly AssignFact[];
}

/** The paths of calls come again and again. */
function remembered<Answer>(answer: (path: string) => Answer): (path: string) => Answer {
  const known = new Map<string, Answer>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = answer(path);
    known.set(path, found);
    return found;
  };
}

function reportsTo(call: FoundCall["call"], { reportName }: Tracker): boolean {
  const value = argumentOf(call, ["report_to"]);
  return value !== undefined && [...textsIn(value)].some((text) => text === reportName || text === "all");
}

export function namesDataVersion(text: string): boolean {
  return /^(?:data|dataset|dvc)[_.\-/]?(?:set)?[_.\-/]?(?:version|rev(?:ision)?|hash|sha\d*|md5|commit|digest|fingerprint|snapshot)$/i.test(
    text,
  );
}

export function namesCommit(text: string): boolean {
  return (
    /^(?:git|code|source|repo)?[_.\-/]?(?:commit|sha|rev(?:ision)?|version|hash)(?:[_.\-/]?(?:id|sha|hash))?$/i.test(
      text,
    ) && /git|commit|sha|code|rev/i.test(text)
  );
}

/** Switched off in code: by the environment, or as its mode says. */
function isDisabled({ id }: Tracker, files: readonly Tracking[]): boolean {
  if (id !== "wandb") return false;
  return files.some(
    ({ file, calls }) =>
      disablesWandb(file) ||
      calls.some((call) => call.path === "wandb.init" && literalOf(argumentOf(call, ["mode"])) === "disabled"),
  );
}

const disablesWandb = onceFor(({ assigns }: CodeFile) =>
  assigns.some(({ target, value }) => {
    const said = literalOf(value);
    if (/WANDB_DISABLED/.test(target)) return said !== "false" && said !== "" && said !== "0";
    return /WANDB_MODE/.test(target) && said === "disabled";
  }),
);
