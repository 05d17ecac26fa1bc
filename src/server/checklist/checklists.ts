import type { CancellationToken, Connection } from "vscode-languageserver";
import type { ChecklistProgress as Progress } from "../../checklist/check-project.js";
import { compareRuns } from "../../checklist/compare.js";
import type { ChecklistResult } from "../../checklist/result.js";
import { type RunRecord, runRecord } from "../../checklist/trend.js";
import type { Root } from "../../project/roots.js";
import {
  type ChecklistProgress,
  checklistProgressNotification,
  type CompareChecklistParams,
  compareChecklistRequest,
  type CompareChecklistResult,
  type ExportChecklistParams,
  exportChecklistRequest,
  type ExportChecklistResult,
  type MergeSignOffsParams,
  mergeSignOffsRequest,
  type MergeSignOffsResult,
  type RunChecklistParams,
  runChecklistRequest,
  type RunChecklistResult,
  type SignItemParams,
  signItemRequest,
  type SignItemResult,
} from "../../protocol-checklist.js";
import type { Lifecycles } from "../lifecycle.js";
import type { ChecklistEnd } from "../scan/messages.js";
import { today } from "./clock.js";
import { type BaseBranch, baseBranch } from "./git.js";
import type { Base, Panel } from "./panel.js";
import { panelOf } from "./panel-of.js";
import { progressText } from "./progress-text.js";
import { mergedSignOffs, signItem, type SignOffParts } from "./sign-offs.js";

export interface ChecklistsOptions extends SignOffParts {
  readonly connection: Connection;
  readonly lifecycles: Pick<Lifecycles, "placeOf" | "runChecklist" | "checklistChanged">;
  /** All of it, also after only somebody's word was taken. */
  readonly onAnswered: (root: Root, result: ChecklistResult) => void;
}

/** The last runs of the checklist, by folder. */
export interface Checklists {
  resultOf(folder: string): ChecklistResult | undefined;
}

/** Answers what the panel of the checklist asks. */
export function serveChecklists({ connection, lifecycles, onAnswered, ...parts }: ChecklistsOptions): Checklists {
  const panels = new Map<string, Panel>();
  /** What the base branch was found to be, as long as the work at hand starts from the same commit. */
  const bases = new Map<string, { readonly commit: string; readonly run: RunRecord }>();

  /** A run of the thread, which tells how far it is. */
  const runInThread = async (
    asked: Parameters<Lifecycles["runChecklist"]>[0],
    uri: string,
    token: CancellationToken,
  ): Promise<ChecklistEnd> => {
    const onProgress = (progress: Progress): void => {
      const told: ChecklistProgress = { uri, ...progressText(progress) };
      void connection.sendNotification(checklistProgressNotification, told);
    };
    const going = lifecycles.runChecklist(asked, { onProgress });
    const cancel = token.onCancellationRequested(() => going.stop());
    const end = await going.end;
    cancel.dispose();
    // A small project may be done before it hears that it is not wanted.
    return end.state === "done" && token.isCancellationRequested ? { state: "cancelled" } : end;
  };
  const compared = (folder: string, panel: Panel): Panel => {
    const { base, report } = panel;
    const known = bases.get(folder);
    if (base?.state !== "known" || base.branch.commit !== known?.commit) return panel;
    const comparison = compareRuns(known.run, runRecord(report.result, report.date, undefined));
    return { ...panel, base: { state: "compared", branch: base.branch, comparison } };
  };

  const run = async (params: RunChecklistParams, token: CancellationToken): Promise<RunChecklistResult> => {
    const { uri, isTrusted, history, onlySignOffs = false } = params;
    const place = await lifecycles.placeOf(uri);
    if (place === undefined) return null;
    const { folder, root } = place;
    const end = await runInThread({ folder, today: today(), onlySignOffs }, uri, token);
    if (end.state === "failed") connection.console.error(`The checklist of ${folder} failed. ${end.reason}`);
    if (end.state !== "done") return end;
    const { result } = end;
    const shown = await panelOf({ root, result, isTrusted, history }, parts);
    const panel = compared(folder, shown.panel);
    panels.set(folder, panel);
    lifecycles.checklistChanged(folder);
    onAnswered(root, result);
    const title = `Readiness: ${panel.report.project}`;
    // What renders is loaded with the first run.
    const { rendered } = await import("./render.js");
    return { state: "done", title, ...rendered(panel), history: shown.history };
  };

  const compare = async (
    { uri, isTrusted }: CompareChecklistParams,
    token: CancellationToken,
  ): Promise<CompareChecklistResult> => {
    const place = await lifecycles.placeOf(uri);
    const before = place && panels.get(place.folder);
    if (place === undefined || before === undefined) return null;
    const { folder, root } = place;
    const branch = isTrusted ? await baseBranch(root.folder) : undefined;
    if (branch !== undefined) {
      const { commit } = branch;
      const end = await runInThread({ folder, today: today(), onlySignOffs: false, commit }, uri, token);
      if (end.state === "cancelled") return end;
      if (end.state === "failed") connection.console.error(`${folder} was not compared with ${commit}. ${end.reason}`);
      else bases.set(folder, { commit, run: runRecord(end.result, today(), commit) });
      // Meanwhile the checklist may have been run again.
      const panel = { ...(panels.get(folder) ?? before), base: baseAfter(branch, end) };
      panels.set(folder, compared(folder, panel));
    } else panels.set(folder, { ...before, base: isTrusted ? { state: "none" } : undefined });
    const { rendered } = await import("./render.js");
    return { state: "done", ...rendered(panels.get(folder) ?? before) };
  };

  connection.onRequest(runChecklistRequest, run);
  connection.onRequest(compareChecklistRequest, compare);
  connection.onRequest(signItemRequest, async ({ uri, ...asked }: SignItemParams): Promise<SignItemResult> => {
    const place = await lifecycles.placeOf(uri);
    return place === undefined ? null : signItem(place.root, asked, parts);
  });
  connection.onRequest(
    mergeSignOffsRequest,
    async ({ uri, text, base }: MergeSignOffsParams): Promise<MergeSignOffsResult> => {
      const place = await lifecycles.placeOf(uri);
      return place === undefined ? null : ((await mergedSignOffs(place.root, text, base, parts)) ?? null);
    },
  );
  connection.onRequest(
    exportChecklistRequest,
    async ({ uri, format }: ExportChecklistParams): Promise<ExportChecklistResult> => {
      const place = await lifecycles.placeOf(uri);
      const report = place && panels.get(place.folder)?.report;
      if (report === undefined) return null;
      const { exported } = await import("./render.js");
      return exported[format](report);
    },
  );
  return { resultOf: (folder) => panels.get(folder)?.report.result };
}

function baseAfter(branch: BaseBranch, end: ChecklistEnd): Base {
  // The first line says it; where it comes from is for the log.
  return end.state === "failed"
    ? { state: "failed", branch, reason: end.reason.split("\n")[0] ?? "" }
    : { state: "known", branch };
}
