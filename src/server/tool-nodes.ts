import { within } from "../project/paths.js";
import type { UsedTool } from "../project/tools/tools-in-use.js";
import type { ToolInUse } from "../protocol.js";
import { toLspRange } from "./diagnostics.js";
import { uriOf } from "./uris.js";

/** As much as anybody reads; the rest is counted. */
const mostShown = 50;

/** A tool in use as a view of it wants it. What is only believed to be gone is not called so; its note says what is known. */
export function toolNode(root: string, { tool, traces, onlyInTests }: UsedTool): ToolInUse {
  const { name, stage, purpose, url, status, note } = tool;
  return {
    ...{ name, stage, purpose, url, onlyInTests },
    status: status === "unconfirmed" ? "active" : status,
    ...(note === undefined ? {} : { note }),
    evidenceCount: traces.length,
    evidence: traces.slice(0, mostShown).map(({ kind, path, range, what, inTest }) => ({
      ...{ kind, what, inTest, uri: uriOf(path), path: within(root, path) ?? path },
      ...(range === undefined ? {} : { range: toLspRange(range) }),
    })),
  };
}
