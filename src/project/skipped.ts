/** Why a file that would have been checked was not. */
export type SkipReason = "unreadable" | "binary" | "too-large" | "undecodable" | "malformed";

/** In a report, and as JSON prints it. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
  readonly detail: string;
}
