import type { CancellationToken, Connection } from "vscode-languageserver";
import type { ChecklistProgress as Progress } from "../../checklist/check-project.js";
import type { ChecklistResult } from "../../checklist/result.js";
import type { Root } from "../../project/roots.js";
import type { ChecklistReport } from "../../report/checklist/checklist-report.js";
import {
  type ChecklistProgress,
  checklistProgressNotification,
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
import { today } from "./clock.js";
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
  const reports = new Map<string, ChecklistReport>();

  const run = async (params: RunChecklistParams, token: CancellationToken): Promise<RunChecklistResult> => {
    const { uri, isTrusted, history, onlySignOffs = false } = params;
    const place = await lifecycles.placeOf(uri);
    if (place === undefined) return null;
    const { folder, root } = place;
    const onProgress = (progress: Progress): void => {
      const told: ChecklistProgress = { uri, ...progressText(progress) };
      void connection.sendNotification(checklistProgressNotification, told);
    };
    const going = lifecycles.runChecklist({ folder, today: today(), onlySignOffs }, { onProgress });
    const cancel = token.onCancellationRequested(() => going.stop());
    const end = await going.end;
    cancel.dispose();
    if (end.state === "failed") connection.console.error(`The checklist of ${folder} failed. ${end.reason}`);
    if (end.state !== "done") return end;
    // A small project may be done before it hears that it is not wanted.
    if (token.isCancellationRequested) return { state: "cancelled" };
    const { result } = end;
    const shown = await panelOf({ root, result, isTrusted, history }, parts);
    const { report } = shown.panel;
    reports.set(folder, report);
    lifecycles.checklistChanged(folder);
    onAnswered(root, result);
    const title = `Readiness: ${report.project}`;
    // What renders is loaded with the first run.
    const { rendered } = await import("./render.js");
    return { state: "done", title, ...rendered(shown.panel), history: shown.history };
  };

  connection.onRequest(runChecklistRequest, run);
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
      const report = place && reports.get(place.folder);
      if (report === undefined) return null;
      const { exported } = await import("./render.js");
      return exported[format](report);
    },
  );
  return { resultOf: (folder) => reports.get(folder)?.result };
}
