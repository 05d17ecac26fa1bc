import * as vscode from "vscode";

interface PageContent {
  /** HTML that the server made. */
  readonly html: string;
  readonly style: string;
  readonly uri: vscode.Uri;
}

/** The document of a page's web view: nothing may run or load in it but our own script and style. */
export function pageDocument(webview: vscode.Webview, media: vscode.Uri, { html, style, uri }: PageContent): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(media, "page.js")).toString();
  const colours = webview.asWebviewUri(vscode.Uri.joinPath(media, "page.css")).toString();
  const nonce = globalThis.crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource} 'nonce-${nonce}'; script-src ${webview.cspSource}`;
  const title = uri.path.replace(/^.*\//, "").replace(/\.md$/, "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="anchor" content="${encodeURIComponent(uri.fragment)}">
<title>${encodeURIComponent(title)}</title>
<style nonce="${nonce}">${style}</style>
<link rel="stylesheet" href="${colours}">
<script defer src="${script}"></script>
</head>
<body>
${html}
</body>
</html>
`;
}
