import { builtInGuide } from "../guide/guide.js";
import type { Guide } from "../guide/content.js";
import type { Language } from "../syntax/form.js";

/** Code as a fenced block; the fence is longer than any run of backticks in the code. */
export function fence(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${code.trimEnd()}\n${marks}`;
}

export function languageName(language: Language): string {
  return { python: "Python", typescript: "TypeScript, JavaScript" }[language];
}

export function stageTitle(stageId: string, { stages }: Guide = builtInGuide()): string {
  return stages.find((stage) => stage.id === stageId)?.title ?? stageId;
}

export function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A title with paragraphs, lists and tables below it. */
export function pageText(title: string, parts: readonly string[]): string {
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}

/** A heading with a list below it; nothing for an empty list. */
export function listSection(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `- ${line}`).join("\n")];
}
