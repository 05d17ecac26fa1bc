import type { ChecklistProgress } from "../../checklist/check-project.js";
import type { ChecklistResult } from "../../checklist/result.js";
import type { Tool } from "../../guide/content.js";
import type { Lifecycle, ToolInUse } from "../../protocol.js";
import type { Root } from "../../project/roots.js";
import type { Finding } from "../../rules/rule.js";

/** What the server says to the thread that reads folders as a whole; what is said of a folder counts from the next file on. */
export type ScanRequest =
  | { readonly kind: "open"; readonly folder: string; readonly tools: readonly Tool[]; readonly checks: boolean }
  | { readonly kind: "tools"; readonly folder: string; readonly tools: readonly Tool[] }
  /** Whether files are checked; to go on after a halt begins where it was. */
  | { readonly kind: "checks"; readonly folder: string; readonly checks: boolean }
  /** Files or folders that came, changed or went, anywhere. */
  | { readonly kind: "changed"; readonly paths: readonly string[] }
  | { readonly kind: "close"; readonly folder: string }
  /** The rules about whole projects are to run on one, from now on whenever it changes. */
  | { readonly kind: "project"; readonly root: Root }
  | ChecklistRequest
  | { readonly kind: "stop-checklist"; readonly id: number };

/** The checklist is to be answered for the project of a folder. */
export interface ChecklistRequest {
  readonly kind: "checklist";
  /** Names the run in what is told of it. */
  readonly id: number;
  readonly folder: string;
  /** As `2026-05-31`. */
  readonly today: string;
  /** Only what people said is others now. */
  readonly onlySignOffs: boolean;
  /** The files are those of this commit, which git is asked for; left out, they are those of the disk. */
  readonly commit?: string;
}

/** What the thread tells of a run of the checklist, its end last. */
export interface ChecklistNews {
  readonly checklist: number;
  readonly progress?: ChecklistProgress;
  readonly end?: ChecklistEnd;
}

export type ChecklistEnd =
  | { readonly state: "done"; readonly result: ChecklistResult }
  | { readonly state: "cancelled" }
  | { readonly state: "failed"; readonly reason: string };

/** What the thread tells of a folder: what is other than before. */
export interface ScanNews {
  readonly folder: string;
  readonly scan?: Lifecycle["scan"];
  readonly tools?: Readonly<Record<string, ToolInUse | null>>;
  readonly check?: Lifecycle["check"];
  /** Files whose findings are others now. */
  readonly findings?: readonly (readonly [path: string, findings: readonly ListedFinding[]])[];
  /** Something failed, for the log; the rest goes on. */
  readonly problem?: string;
}

/** What the rules about whole projects found in one: all of it, each time that it was looked through. */
export interface ProjectNews {
  /** The folder of its root. */
  readonly project: string;
  readonly files?: readonly ProjectFile[];
  /** For the log. */
  readonly problems?: readonly string[];
}

export interface ProjectFile {
  readonly path: string;
  readonly findings: readonly Finding[];
  /** The line on which each of them begins, as it was read. */
  readonly lines: readonly string[];
}

/** As much of a finding as a list of them shows. */
export type ListedFinding = Pick<Finding, "rule" | "stage" | "severity" | "message" | "cell" | "start" | "end">;
