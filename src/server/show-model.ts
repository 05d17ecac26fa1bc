import { createColors } from "picocolors";
import type { ModelParams, ModelResult } from "../protocol.js";
import { modelText } from "../report/model-text.js";
import { buildModel } from "../semantics/model.js";
import { emptyWorkspace } from "../semantics/workspace.js";
import type { Session } from "./session.js";

/** What is known of an open document as it is now, in the words of `ml-preflight model`. */
export async function showModel(params: ModelParams, { documents, checker }: Session): Promise<ModelResult> {
  const uri = documents.wholeOf(params.uri);
  for (let document = documents.get(uri); document !== undefined; document = documents.get(uri)) {
    const { version } = document;
    const outcome = await checker.current(uri);
    if (outcome === undefined) {
      // An edit came between; the question is about the text after it.
      if (documents.get(uri)?.version !== version) continue;
      return null;
    }
    if (outcome.state !== "analysed") return `${outcome.reason}\n`;
    const { name, form, project } = outcome;
    return modelText(buildModel({ path: name, form }, project?.workspace ?? emptyWorkspace), noColors);
  }
  return null;
}

const noColors = createColors(false);
