import type { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../project/languages.js";
import { commentsOf } from "../project/project-rules/comments.js";
import type { Finding } from "../rules/rule.js";
import type { Commented } from "../semantics/suppression.js";
import type { Span } from "../syntax/span.js";
import type { Outcome } from "./check-document.js";
import { type AddressOf, addressesIn, partOf } from "./places.js";
import type { Session } from "./session.js";
import { pathOf, uriOf } from "./uris.js";

/** What is known of one text of the editor: of code by its check, of all else by the rules about whole projects. */
export interface CheckedText {
  readonly findings: readonly Finding[];
  readonly addressOf: AddressOf;
  readonly commented: Commented;
  /** Where the text stands in the one that the comments are of. */
  readonly span: Span;
  /** The number of the cell. */
  readonly cell: number | undefined;
  /** Of a file that is no code there is none. */
  readonly outcome: Extract<Outcome, { state: "analysed" }> | undefined;
}

/** Undefined for a text that is not checked, and for one that changed meanwhile. */
export async function checkedText(document: TextDocument, session: Session): Promise<CheckedText | undefined> {
  const whole = session.documents.wholeOf(document.uri);
  const outcome = await session.checker.current(whole);
  if (outcome?.state === "analysed") {
    const addressOf = addressesIn(whole, outcome);
    return { ...partOf(outcome, document.uri), addressOf, commented: outcome.form, outcome };
  }
  const path = pathOf(document.uri);
  if (outcome !== undefined || path === undefined || languageOf(path) !== undefined) return undefined;
  const [project] = await Promise.all([session.projects.of(path), session.settings.of(whole)]);
  const text = document.getText();
  return {
    findings: session.ofProjects.of(path, text),
    addressOf: (place) => uriOf(project.toPath(place.path)),
    commented: commentsOf(path, text),
    span: { start: 0, end: text.length },
    cell: undefined,
    outcome: undefined,
  };
}
