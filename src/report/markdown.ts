import { builtInGuide } from "../guide/guide.js";
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

export function stageTitle(stageId: string): string {
  return builtInGuide().stages.find((stage) => stage.id === stageId)?.title ?? stageId;
}

export function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
