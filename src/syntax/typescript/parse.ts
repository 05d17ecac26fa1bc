import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { astConverter } from "@typescript-eslint/typescript-estree/use-at-your-own-risk";
import * as ts from "typescript";
import type { FormModule, Statement, SyntaxProblem } from "../form.js";
import { findComments } from "./comments.js";
import { lowerStatement } from "./lower-statements.js";
import { newLowering } from "./lowering.js";
import { isComponent, scriptsOf } from "./script-blocks.js";

/**
 * Reads TypeScript or JavaScript source into the common form; the path's extension says which. Never throws.
 * Nothing else loads the parser, and the build makes a file of its own of this module.
 */
export function readTypeScript(text: string, options: { readonly path: string }): FormModule {
  const errors: SyntaxProblem[] = [];
  const scripts = isComponent(options.path) ? scriptsOf(text) : undefined;
  const path = scripts?.isJsx === true ? `${options.path}.tsx` : options.path;
  const source = attempt(errors, 0, () => parse(scripts?.text ?? text, path));
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
  const source = ts.createSourceFile(path, text, options, /* setParentNodes */ true, kind);
  // The converter asks for the token after `f<T`, and takes the end of the file for one only when it carries documentation.
  Object.assign(source.endOfFileToken, { jsDoc: [] });
  return source as ParsedFile;
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
    return statements.flatMap((one) => convertAlone(source, one, errors));
  }
}

function convertAlone(
  source: ts.SourceFile,
  statement: ts.Statement,
  errors: SyntaxProblem[],
): readonly TSESTree.ProgramStatement[] {
  try {
    return convert(source, [statement]);
  } catch {
    nameParameters(statement);
    return attempt(errors, statement.getStart(source), () => convert(source, [statement])) ?? [];
  }
}

/** In `function(A, B)`, read as a type of JSDoc, parameters are nameless, which the converter cannot bear: the type serves as the name. */
function nameParameters(statement: ts.Statement): void {
  const waiting: ts.Node[] = [statement];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { name, type } = node as Partial<ts.ParameterDeclaration>;
    if (ts.isParameter(node) && name === undefined) Object.assign(node, { name: type });
    ts.forEachChild(node, (child) => void waiting.push(child));
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
