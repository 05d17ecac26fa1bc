import type { ExportFormat, PersonsWord } from "../../protocol-checklist.js";

/** What the web view of the checklist tells the extension. */
export type FromPanel =
  /** It is there and shows nothing yet. */
  | { readonly kind: "ready" }
  | { readonly kind: "run" }
  | { readonly kind: "cancel" }
  /** With the base branch. */
  | { readonly kind: "compare" }
  | { readonly kind: "copy" }
  | { readonly kind: "export"; readonly format: FileFormat }
  | { readonly kind: "follow"; readonly link: string }
  | { readonly kind: "sign"; readonly word: PersonsWord };

/** What the extension tells the web view. */
export type ToPanel =
  /** With the item to go to, if there is one. */
  | { readonly kind: "view"; readonly html: string; readonly style: string; readonly item?: string }
  | { readonly kind: "item"; readonly item: string }
  | { readonly kind: "progress"; readonly text: string; readonly part?: number }
  /** Nothing runs; what came of it, for those who listen. */
  | { readonly kind: "idle"; readonly text: string }
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "signed"; readonly item: string }
  | { readonly kind: "not-signed"; readonly item: string; readonly problem: string; readonly field?: string };

/** Undefined for what is no message of ours. */
export function readMessage(value: unknown): FromPanel | undefined {
  const message = recordOf(value);
  const { kind } = message;
  switch (kind) {
    case "ready":
    case "run":
    case "cancel":
    case "compare":
    case "copy":
      return { kind };
    case "export": {
      const format = formats.find((one) => one === message["format"]);
      return format === undefined ? undefined : { kind, format };
    }
    case "follow":
      return typeof message["link"] === "string" ? { kind, link: message["link"] } : undefined;
    case "sign": {
      const word = wordOf(recordOf(message["word"]));
      return word === undefined ? undefined : { kind, word };
    }
    default:
      return undefined;
  }
}

/** Forms of the report that are files. */
export type FileFormat = Exclude<ExportFormat, "pull-request">;
const formats: readonly FileFormat[] = ["markdown", "html", "json"];

function wordOf(form: Readonly<Record<string, unknown>>): PersonsWord | undefined {
  const text = (key: string): string => (typeof form[key] === "string" ? form[key] : "");
  const verdict = (["pass", "fail", "n/a"] as const).find((one) => one === form["verdict"]);
  if (verdict === undefined || text("item") === "") return undefined;
  return {
    ...{ item: text("item"), verdict, who: text("who"), link: text("link"), note: text("note") },
    expires: text("expires"),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
