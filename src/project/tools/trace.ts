import type { Range, Span } from "../../syntax/span.js";

/** What shows that a project uses a tool, at its place. Presence in a comment or in a text for people shows nothing. */
export interface ToolTrace {
  /** The id of the tool. */
  readonly tool: string;
  readonly kind: TraceKind;
  /** Absolute; a folder where the folder is the trace. */
  readonly path: string;
  /** Undefined where the file itself is the trace, whatever it holds. */
  readonly range: Range | undefined;
  /** What was seen: `torch.distributed`, `scikit-learn>=1.4`, `docker build`. */
  readonly what: string;
  readonly inTest: boolean;
}

export type TraceKind = (typeof traceKinds)[number];
/** The strongest first: what the code does, what is run, what lies there, what is only asked for. */
export const traceKinds = ["import", "ci", "content", "file", "dependency"] as const;

/** A trace within one text. */
export interface Found {
  readonly tool: string;
  readonly kind: TraceKind;
  readonly span: Span;
  readonly what: string;
}

/** Does a path, seen from the root, belong to tests? */
export function isTestPath(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|testing|__tests__|spec)\//.test(path) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(path) ||
    /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path)
  );
}
