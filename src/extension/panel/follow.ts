import * as vscode from "vscode";
import { guideScheme } from "../../protocol.js";
import { guidePageUri, openGuidePage } from "../guide-pages.js";
import { openTarget } from "../views/open-target.js";

/** Opens what a link of the panel leads to: a page of ours, or a place in a file, in a notebook within its cell. */
export async function follow(link: string): Promise<void> {
  const uri = vscode.Uri.parse(link, true);
  if (uri.scheme === guideScheme) {
    await openGuidePage(guidePageUri(uri.path));
    return;
  }
  if (uri.scheme !== "file") return;
  const [, cell, line = "1"] = /^(?:C(\d+),)?L(\d+)$/.exec(uri.fragment) ?? [];
  await openTarget({
    ...{ kind: "place", uri: uri.with({ fragment: "" }).toString(), line: Number(line) - 1, column: 0 },
    ...(cell === undefined ? {} : { cell: Number(cell) }),
  });
}
