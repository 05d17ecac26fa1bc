import * as vscode from "vscode";

/** The findings shown for a document, in order of place. */
export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "ML Preflight")
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule of a finding: its code, without the link. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

export function rulesAt(uri: vscode.Uri): string[] {
  return findingsOf(uri).map(ruleOf);
}

/** Waits until the rules reported for a document are as wanted; mocha's own timeout ends a wait in vain. */
export function untilRules(uri: vscode.Uri, isWanted: (rules: readonly string[]) => boolean): Promise<void> {
  return until(vscode.languages.onDidChangeDiagnostics, () => isWanted(rulesAt(uri)));
}

export function untilFinding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const find = (): vscode.Diagnostic | undefined => findingsOf(uri).find((finding) => ruleOf(finding) === rule);
  return until(vscode.languages.onDidChangeDiagnostics, () => find() !== undefined).then(() => find()!);
}

/** Resolves when the condition holds: now, or after one of the events. */
export function until(event: vscode.Event<unknown>, condition: () => boolean): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve) => {
    const listener = event(() => {
      if (!condition()) return;
      listener.dispose();
      resolve();
    });
  });
}
