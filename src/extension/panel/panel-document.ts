import * as vscode from "vscode";

/**
 * The document of the checklist's web view: a place for what the server renders, and one for how far a run is, which
 * stays when the rest is rendered anew, so that screen readers hear of it. Nothing may run or load in it but our own.
 */
export function checklistDocument(webview: vscode.Webview, media: vscode.Uri, folder: vscode.Uri): string {
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const nonce = globalThis.crypto.randomUUID();
  const { cspSource } = webview;
  const policy = `default-src 'none'; style-src ${cspSource} 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const t = vscode.l10n.t;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="folder" content="${encodeURIComponent(folder.toString())}">
<title>${t("Readiness checklist")}</title>
<style nonce="${nonce}" id="style"></style>
<link rel="stylesheet" href="${address("page.css")}">
<link rel="stylesheet" href="${address("checklist.css")}">
<script nonce="${nonce}" defer src="${address("checklist.js")}"></script>
</head>
<body>
<div id="progress" role="group" aria-labelledby="doing" hidden>
<p id="doing"></p>
<progress id="part" max="1" aria-labelledby="doing"></progress>
<button type="button" data-do="cancel">${t("Cancel")}</button>
</div>
<p id="said" role="status"></p>
<div id="view"></div>
</body>
</html>
`;
}
