import type { Finding } from "../rules/rule.js";
import type { Span } from "../syntax/span.js";
import type { Outcome } from "./check-document.js";
import { uriOf } from "./uris.js";

type Analysed = Extract<Outcome, { state: "analysed" }>;

/** A file as findings name it, and in a notebook the number of a cell. */
export interface PlaceName {
  readonly path: string;
  readonly cell?: number;
}

export type AddressOf = (place: PlaceName) => string;

/** The address of a place in the findings of a document; in an open notebook it is that of a cell. */
export function addressesIn(uri: string, outcome: Outcome): AddressOf {
  if (outcome.state !== "analysed") return () => uri;
  const { name: own, project, cells = [] } = outcome;
  return ({ path, cell }) => {
    if (path !== own && project !== undefined) return uriOf(project.toPath(path));
    return (cell === undefined ? undefined : cells[cell - 1]) ?? uri;
  };
}

/** What an outcome says of one text of the editor: everything, or what is in the text's cell. */
export interface TextPart {
  readonly findings: readonly Finding[];
  /** Where the text stands in that of the form. */
  readonly span: Span;
  /** The number of the cell. */
  readonly cell: number | undefined;
}

export function partOf(outcome: Analysed, textUri: string): TextPart {
  const { findings, form, cells } = outcome;
  if (cells === undefined) return { findings, span: { start: 0, end: form.text.length }, cell: undefined };
  const cell = cells.indexOf(textUri) + 1;
  const part = form.notebook?.find((other) => other.cell === cell);
  return {
    findings: findings.filter((finding) => finding.cell === cell),
    span: part ?? { start: 0, end: 0 },
    cell,
  };
}
