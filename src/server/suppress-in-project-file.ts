import { isPair, isScalar, parseAllDocuments, visit } from "yaml";
import { commentsOf, commentStyleOf } from "../project/project-rules/comments.js";
import type { Finding } from "../rules/rule.js";
import type { Commented } from "../semantics/suppression.js";
import { LineIndex } from "../syntax/line-index.js";
import { suppressInFile, suppressOnLine, type Writable } from "./suppress-edits.js";
import type { OffsetEdit } from "./workspace-edit.js";

/** The edits that suppress a rule in a file that is no code; undefined where its format has no comments that we know. */
export interface ProjectFileEdits {
  onLine(finding: Finding): Promise<OffsetEdit | undefined>;
  inFile(rule: string): OffsetEdit;
}

export function suppressInProjectFile(path: string, text: string): ProjectFileEdits | undefined {
  const style = commentStyleOf(path);
  if (style === undefined) return undefined;
  const file: Writable = { ...commentsOf(path, text), style };
  return {
    onLine: (finding) => {
      const { start } = new LineIndex(text).line(finding.start.line);
      return suppressOnLine(file, finding, (changed) => Promise.resolve(commentsAfter(path, text, changed, start)));
    },
    inFile: (rule) => suppressInFile(file, rule),
  };
}

/** The comments of a text after an edit that is to be a comment only: none, where it may have become part of a value. */
function commentsAfter(path: string, before: string, after: string, offset: number): Commented {
  const isHarmless = /\.ya?ml$/i.test(path)
    ? saysTheSame(before, after) || isInScript(before, offset)
    : !["'''", '"""', "<<"].some((mark) => before.includes(mark));
  return isHarmless ? commentsOf(path, after) : { text: after, comments: [] };
}

function saysTheSame(before: string, after: string): boolean {
  const values = valuesOf(before);
  return values !== undefined && values === valuesOf(after);
}

/** What the text says without its comments; undefined for a text that is no YAML. */
function valuesOf(text: string): string | undefined {
  const parsed = [...parseAllDocuments(text, { logLevel: "silent" })];
  if (parsed.some(({ errors }) => errors.length > 0)) return undefined;
  return JSON.stringify(parsed.map((document): unknown => document.toJS()));
}

/** Is this a line of a script, whose lines end where those of the file do? There a comment is one of the shell. */
function isInScript(text: string, offset: number): boolean {
  let found = false;
  for (const document of parseAllDocuments(text, { logLevel: "silent" })) {
    visit(document, {
      Scalar: (_, { range, type, source = "" }, ancestors) => {
        if (type !== "BLOCK_LITERAL" || source.includes("<<")) return;
        if (!range || offset <= range[0] || offset >= range[1]) return;
        found = ancestors.some((node) => isPair(node) && isScalar(node.key) && scriptKeys.test(String(node.key.value)));
      },
    });
  }
  return found;
}

const scriptKeys = /^(?:run|script|before_script|after_script|bash|commands?)$/;
