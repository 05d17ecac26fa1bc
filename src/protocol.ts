/** What the extension and the language server say to each other beyond the Language Server Protocol. Types and names only. */

/** The name that findings carry in the editor, and the one word of ours in the Problems panel. */
export const diagnosticSource = "ML Preflight";

/** The section of the editor's settings, and the prefix of every command. */
export const settingsSection = "mlPreflight";

/** Pages of the rules and the guide live under this scheme: `ml-preflight-guide:/rules/nan-equality.md`. */
export const guideScheme = "ml-preflight-guide";

/** What is known of a file lives under this scheme: `ml-preflight-model:/train.py (what is known)?file:///train.py`. */
export const modelScheme = "ml-preflight-model";

export const languageIds = ["python", "typescript", "typescriptreact", "javascript", "javascriptreact"] as const;

/** Schemes whose documents are analysed. The old side of a diff (`git:`), output and the like are not the user's to change. */
export const documentSchemes = ["file", "untitled", "vscode-vfs"] as const;

export const configFilePattern = "**/.preflight/config.yaml";

/** Taste only: what is found is a matter of `.preflight/config.yaml`, so that the editor and the CLI agree. */
export interface EditorSettings {
  readonly run: "onType" | "onSave";
  /** Rule id or a pattern with `*` to the level the editor shows it at. */
  readonly severity: Readonly<Record<string, "error" | "warning" | "info" | "hint">>;
  /** Empty, or the address that stands before a rule's id. */
  readonly docsUrl: string;
}

export const defaultSettings: EditorSettings = { run: "onType", severity: {}, docsUrl: "" };

/** What the extension tells the server about itself when it starts. */
export interface InitializationOptions {
  /** True when the client has the command `explainCommand`. */
  readonly explain?: boolean;
}

export const explainCommand = "mlPreflight.explain";
export const showModelCommand = "mlPreflight.showModel";

/** Every command of the manifest; the extension's table has exactly these keys, and a test compares them with package.json. */
export const commandIds = [
  "mlPreflight.restart",
  "mlPreflight.showLog",
  "mlPreflight.openConfig",
  explainCommand,
  showModelCommand,
] as const;
export type CommandId = (typeof commandIds)[number];

export const guidePageRequest = "mlPreflight/guidePage";
export interface GuidePageParams {
  /** The path of a `ml-preflight-guide:` address, such as `/rules/nan-equality.md`. */
  readonly path: string;
}
/** Markdown; null when there is no such page. */
export type GuidePageResult = string | null;

export const modelRequest = "mlPreflight/model";
export interface ModelParams {
  /** An open document. */
  readonly uri: string;
}
/** The text that `ml-preflight model` prints, or a sentence that says why nothing is known; null when the document is not open. */
export type ModelResult = string | null;

export const configFileRequest = "mlPreflight/configFile";
export interface ConfigFileParams {
  /** A document or a folder; the answer is about the configuration that governs it. */
  readonly uri: string;
}
/** Null when the document is not on this disk, where no configuration is read. */
export type ConfigFileResult = ConfigFile | null;
export interface ConfigFile {
  readonly uri: string;
  readonly exists: boolean;
  /** What a new configuration file says. */
  readonly initialText: string;
}

export const statusNotification = "mlPreflight/status";
export interface DocumentStatus {
  readonly uri: string;
  /** `excluded` by the configuration; `skipped` because it cannot be analysed, for the `reason`. */
  readonly state: "analysed" | "excluded" | "skipped";
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly hint: number };
  /** How long the analysis took; 0 when there was none. */
  readonly milliseconds: number;
  readonly reason?: string;
}
