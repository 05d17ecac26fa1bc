import * as vscode from "vscode";
import type { ChecklistView } from "../../protocol-checklist.js";
import type { Client } from "../client.js";
import { readMessage, type FromPanel, type ToPanel } from "./messages.js";
import { checklistDocument } from "./panel-document.js";
import { copyReport, exportReport } from "./share.js";
import { sign } from "./sign.js";

/** What a panel works with. */
export interface PanelParts {
  readonly client: Client;
  readonly log: vscode.LogOutputChannel;
  readonly media: vscode.Uri;
  /** Opens what a link of the panel leads to. */
  readonly follow: (link: string) => Promise<void>;
  /** Keeps what runs leave, for the next one to compare with. */
  readonly memory: vscode.Memento;
}

/** The panel of one folder. */
export interface ChecklistPanel {
  reveal(): void;
  /** Shows it, at an item if there is one; it is run first when it was not. */
  show(item: string | undefined): Promise<void>;
  /** Runs the checklist anew; what runs already is waited for. */
  run(): Promise<void>;
}

/** What the panel does when somebody signs. */
export const signOff = sign;

/** This and all that only panels need is a file of its own, which is loaded with the first of them. */
export function openChecklistPanel(panel: vscode.WebviewPanel, folder: vscode.Uri, parts: PanelParts): ChecklistPanel {
  const { client, log, media, memory, follow } = parts;
  const { webview } = panel;
  const t = vscode.l10n.t;
  const historyKey = `checklist.history ${folder.toString()}`;
  let shown: Pick<ChecklistView, "html" | "style"> | undefined;
  let going: { readonly end: Promise<void>; readonly stop: vscode.CancellationTokenSource } | undefined;
  let wanted: string | undefined;
  let progress: ToPanel = { kind: "progress", text: t("The checklist begins.") };

  const post = (message: ToPanel): void => void webview.postMessage(message);
  const postView = (): void => {
    if (shown === undefined) return;
    post({ kind: "view", html: shown.html, style: shown.style, ...(wanted === undefined ? {} : { item: wanted }) });
    wanted = undefined;
  };

  const runOnce = async (onlySignOffs: boolean, token: vscode.CancellationToken): Promise<string> => {
    const history = memory.get<readonly string[]>(historyKey) ?? [];
    const { isTrusted } = vscode.workspace;
    const result = await client.runChecklist(folder, { isTrusted, history, onlySignOffs }, token);
    if (result === null) return t("The folder is not on this disk, so it cannot be looked through.");
    if (result.state === "cancelled") return t("The run was cancelled.");
    if (result.state === "failed") return t("The run failed; the log of ML Preflight says why.");
    shown = result;
    panel.title = result.title;
    await memory.update(historyKey, result.history);
    postView();
    return t("The checklist was run.");
  };
  const compareOnce = async (token: vscode.CancellationToken): Promise<string> => {
    const result = await client.compareChecklist(folder, vscode.workspace.isTrusted, token);
    if (result === null) return t("Run the checklist first.");
    if (result.state === "cancelled") return t("The comparison was cancelled.");
    shown = result;
    postView();
    return t("The comparison is there.");
  };
  /** One thing goes on at a time; it says at its end what came of it. */
  const begin = (work: (token: vscode.CancellationToken) => Promise<string>): Promise<void> => {
    if (going !== undefined) return going.end;
    const stop = new vscode.CancellationTokenSource();
    const wholeWork = async (): Promise<void> => {
      progress = { kind: "progress", text: t("The checklist begins.") };
      post(progress);
      let text: string;
      try {
        text = await work(stop.token);
      } catch (error) {
        log.error("The checklist could not be run.", error);
        text = t("The run failed; the log of ML Preflight says why.");
      }
      stop.dispose();
      going = undefined;
      post({ kind: "idle", text });
    };
    // What is done at once is done after it is known that it goes on.
    going = { stop, end: Promise.resolve().then(wholeWork) };
    return going.end;
  };
  const run = (onlySignOffs = false): Promise<void> => begin((token) => runOnce(onlySignOffs, token));

  const takeWord = async ({ word }: Extract<FromPanel, { kind: "sign" }>): Promise<void> => {
    const problem = await sign(client, folder, word);
    if (problem !== undefined) {
      post({ kind: "not-signed", item: word.item, ...problem });
      return;
    }
    post({ kind: "signed", item: word.item });
    await going?.end;
    await run(true);
  };
  const share = async (message: Extract<FromPanel, { kind: "copy" | "export" }>): Promise<void> => {
    const outcome =
      message.kind === "copy"
        ? (await copyReport(client, folder))
          ? "copied"
          : "not-run"
        : await exportReport(client, folder, message.format);
    const text = {
      copied: t("The report is on the clipboard."),
      saved: t("The report was saved."),
      "not-run": t("Run the checklist first."),
      dismissed: "",
    }[outcome];
    if (text === "") return;
    post({ kind: "said", text });
    vscode.window.setStatusBarMessage(text, 5_000);
  };

  const take = async (message: FromPanel): Promise<void> => {
    switch (message.kind) {
      case "ready":
        postView();
        if (going !== undefined) post(progress);
        return;
      case "run":
        return run();
      case "compare":
        return begin(compareOnce);
      case "cancel":
        going?.stop.cancel();
        return;
      case "follow":
        return follow(message.link);
      case "sign":
        return takeWord(message);
      case "copy":
      case "export":
        return share(message);
    }
  };
  const listeners = vscode.Disposable.from(
    webview.onDidReceiveMessage(async (value: unknown) => {
      const message = readMessage(value);
      if (message === undefined) return;
      try {
        await take(message);
      } catch (error) {
        log.error(`The panel could not do what it was asked: ${message.kind}.`, error);
        post({ kind: "said", text: t("That failed; the log of ML Preflight says why.") });
      }
    }),
    client.onDidProgressChecklist(({ uri, text, part }) => {
      if (going === undefined || vscode.Uri.parse(uri, true).toString() !== folder.toString()) return;
      progress = { kind: "progress", text, ...(part === undefined ? {} : { part }) };
      post(progress);
    }),
  );
  panel.onDidDispose(() => {
    listeners.dispose();
    going?.stop.cancel();
  });
  panel.iconPath = vscode.Uri.joinPath(media, "icon.svg");
  webview.options = { enableScripts: true, localResourceRoots: [media] };
  webview.html = checklistDocument(webview, media, folder);

  return {
    reveal: () => panel.reveal(),
    show: async (item) => {
      panel.reveal();
      if (shown === undefined) {
        wanted = item;
        return run();
      }
      if (item !== undefined) post({ kind: "item", item });
    },
    run,
  };
}
