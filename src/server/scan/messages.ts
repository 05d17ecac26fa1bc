import type { Tool } from "../../guide/content.js";
import type { Lifecycle, ToolInUse } from "../../protocol.js";
import type { Finding } from "../../rules/rule.js";

/** What the server says to the thread that reads folders as a whole; what is said of a folder counts from the next file on. */
export type ScanRequest =
  | { readonly kind: "open"; readonly folder: string; readonly tools: readonly Tool[]; readonly checks: boolean }
  | { readonly kind: "tools"; readonly folder: string; readonly tools: readonly Tool[] }
  /** Whether files are checked; to go on after a halt begins where it was. */
  | { readonly kind: "checks"; readonly folder: string; readonly checks: boolean }
  /** Files or folders that came, changed or went, anywhere. */
  | { readonly kind: "changed"; readonly paths: readonly string[] }
  | { readonly kind: "close"; readonly folder: string };

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

/** As much of a finding as a list of them shows. */
export type ListedFinding = Pick<Finding, "rule" | "stage" | "severity" | "message" | "cell" | "start" | "end">;
