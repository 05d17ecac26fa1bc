import type { Connection } from "vscode-languageserver";
import { defaultSettings, settingsSection, type EditorSettings } from "../protocol.js";

/** The editor's settings for each document, asked for once and again after they changed. */
export interface Settings {
  of(uri: string): Promise<EditorSettings>;
  /** The settings as far as they are known now. */
  peek(uri: string): EditorSettings;
  forget(uri: string): void;
  clear(): void;
}

export function openSettings(connection: Connection, canAsk: () => boolean): Settings {
  const asked = new Map<string, Promise<EditorSettings>>();
  const known = new Map<string, EditorSettings>();

  const ask = async (uri: string): Promise<EditorSettings> => {
    try {
      const answer: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
      const settings = readSettings(answer);
      known.set(uri, settings);
      return settings;
    } catch (error) {
      // A document that was just closed has no settings any more.
      connection.console.debug(`No settings for ${uri}: ${String(error)}`);
      return defaultSettings;
    }
  };

  return {
    of: (uri) => {
      if (!canAsk()) return Promise.resolve(defaultSettings);
      let settings = asked.get(uri);
      if (settings === undefined) asked.set(uri, (settings = ask(uri)));
      return settings;
    },
    peek: (uri) => known.get(uri) ?? defaultSettings,
    forget: (uri) => {
      asked.delete(uri);
      known.delete(uri);
    },
    clear: () => {
      asked.clear();
      known.clear();
    },
  };
}

/** Takes what is usable of an answer: settings are written by hand. */
export function readSettings(answer: unknown): EditorSettings {
  const { run, severity, docsUrl, scope } = isRecord(answer) ? answer : {};
  return {
    run: run === "onSave" ? "onSave" : defaultSettings.run,
    severity: Object.fromEntries(Object.entries(isRecord(severity) ? severity : {}).filter(isLevel)),
    // Anything but a web address would let a workspace choose what a click opens.
    docsUrl: typeof docsUrl === "string" && /^https?:\/\//i.test(docsUrl) ? docsUrl : defaultSettings.docsUrl,
    scope: scope === "openFiles" ? "openFiles" : defaultSettings.scope,
  };
}

/** The level that the settings give a rule in this editor: its own entry first, else the longest pattern that fits. */
export function severityOverride(
  settings: EditorSettings,
  rule: string,
): EditorSettings["severity"][string] | undefined {
  const [best] = Object.keys(settings.severity)
    .filter((pattern) => pattern === rule || (pattern.includes("*") && fits(pattern, rule)))
    .sort((a, b) => Number(b === rule) - Number(a === rule) || b.length - a.length);
  return best === undefined ? undefined : settings.severity[best];
}

/** The parts between the stars, in order: a regular expression of somebody's settings could take for ever. */
function fits(pattern: string, rule: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop() ?? "";
  if (!rule.startsWith(first) || !rule.endsWith(last) || rule.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = rule.indexOf(part, at);
    if (found < 0 || found + part.length > rule.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

function isLevel(entry: [string, unknown]): entry is [string, EditorSettings["severity"][string]] {
  return entry[1] === "error" || entry[1] === "warning" || entry[1] === "info" || entry[1] === "hint";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
