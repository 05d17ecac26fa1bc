import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { astConverter } from "@typescript-eslint/typescript-estree/use-at-your-own-risk";
import * as ts from "typescript";
import type { FormModule, Statement, SyntaxProblem } from "../form.js";
import { findComments } from "./comments.js";
import { lowerStatement } from "./lower-statements.js";
import { newLowering } from "./lowering.js";

/**
 * Reads TypeScript or JavaScript source into the common form; the path's extension says which. Never throws.
 * Nothing else loads the parser, and the build makes a file of its own of this module.
 */
export function readTypeScript(text: string, options: { readonly path: string }): FormModule {
  const errors: SyntaxProblem[] = [];
  const source = attempt(errors, 0, () => parse(text, options.path));
  const body: Statement[] = [];
  if (source === undefined) return { language: "typescript", text, body, comments: [], errors };
  for (const { start, messageText } of source.parseDiagnostics) {
    errors.push({ offset: start, message: ts.flattenDiagnosticMessageText(messageText, " ") });
  }
  for (const node of toEstree(source, errors)) {
    attempt(errors, node.range[0], () => body.push(...lowerStatement(newLowering(text), node)));
  }
  return { language: "typescript", text, body, comments: findComments(source), errors };
}

/** What TypeScript keeps on a parsed file but does not declare. */
interface ParsedFile extends ts.SourceFile {
  readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
}

function parse(text: string, path: string): ParsedFile {
  const extension = /\.[^./\\]*$/.exec(path.toLowerCase())?.[0] ?? "";
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const kind = scriptKinds.get(extension) ?? ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, options, /* setParentNodes */ true, kind) as ParsedFile;
}

const scriptKinds = new Map([
  [".js", ts.ScriptKind.JS],
  [".mjs", ts.ScriptKind.JS],
  [".cjs", ts.ScriptKind.JS],
  [".jsx", ts.ScriptKind.JSX],
  [".tsx", ts.ScriptKind.TSX],
]);

/**
 * ESTree of half-typed code too: the library's `parse()` refuses it, its converter does not.
 * The converter recurses, so a statement that nests too deep for the stack is left out alone, with an error in its place.
 */
export function toEstree(source: ts.SourceFile, errors: SyntaxProblem[]): readonly TSESTree.ProgramStatement[] {
  const { statements } = source;
  try {
    return convert(source, statements);
  } catch {
    return statements.flatMap((one) => attempt(errors, one.getStart(source), () => convert(source, [one])) ?? []);
  }
}

function convert(source: ts.SourceFile, statements: readonly ts.Statement[]): readonly TSESTree.ProgramStatement[] {
  const converted = Object.assign(source, { statements, parseDiagnostics: [] });
  return astConverter(converted, converterSettings, false).estree.body;
}

const converterSettings = {
  allowInvalidAST: true,
  comment: false,
  errorOnUnknownASTType: false,
  loc: true,
  range: true,
  suppressDeprecatedPropertyWarnings: true,
  tokens: null,
} as Parameters<typeof astConverter>[1];

/** Nothing of what someone types may stop the editor, so whatever a third party's parser throws becomes an error at that place. */
function attempt<Result>(errors: SyntaxProblem[], offset: number, action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    const message =
      error instanceof RangeError ? "nested too deeply to be read" : `could not be read: ${String(error)}`;
    errors.push({ offset, message });
    return undefined;
  }
}
