import {
  type ClientCapabilities,
  CodeActionKind,
  CodeActionRequest,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { nameOf, parentOf } from "../project/paths.js";

/**
 * Lets the editor tell us of files that are no code, and ask about them, once something was found in one of their name.
 * Until then it sends nothing of the many that nothing is said about.
 */
export function openFileSync(
  connection: Connection,
  client: () => ClientCapabilities,
): (paths: readonly string[]) => void {
  const known = new Set<string>();
  return (paths) => {
    const { synchronization, hover, codeAction } = client().textDocument ?? {};
    if (synchronization?.dynamicRegistration !== true) return;
    const patterns = [...new Set(paths.map(patternOf))].filter((pattern) => !known.has(pattern));
    if (patterns.length === 0) return;
    for (const pattern of patterns) known.add(pattern);
    const documentSelector = patterns.map((pattern) => ({ scheme: "file", pattern }));
    const { client: remote } = connection;
    const registrations = [
      remote.register(DidOpenTextDocumentNotification.type, { documentSelector }),
      // A file without an extension may be in a language of ours, and be told of twice: whole texts may come twice.
      remote.register(DidChangeTextDocumentNotification.type, {
        documentSelector,
        syncKind: TextDocumentSyncKind.Full,
      }),
      remote.register(DidCloseTextDocumentNotification.type, { documentSelector }),
      ...(hover?.dynamicRegistration === true ? [remote.register(HoverRequest.type, { documentSelector })] : []),
      ...(codeAction?.dynamicRegistration === true
        ? [
            remote.register(CodeActionRequest.type, {
              documentSelector,
              codeActionKinds: [CodeActionKind.QuickFix],
            }),
          ]
        : []),
    ];
    // Without them the findings are there all the same.
    Promise.all(registrations).catch((error: unknown) => {
      connection.console.warn(`The editor does not ask about ${patterns.join(", ")}. ${String(error)}`);
    });
  };
}

/** A file of this name in a folder of this name, wherever it lies; what means something in a pattern stands for any character. */
function patternOf(path: string): string {
  const folder = parentOf(path);
  const end = folder === undefined || nameOf(folder) === "" ? nameOf(path) : `${nameOf(folder)}/${nameOf(path)}`;
  return `**/${end.replace(/[[\]{}*?\\]/g, "?")}`;
}
