import {
  type Diagnostic,
  DiagnosticSeverity,
  type DiagnosticRelatedInformation,
  type Range as LspRange,
} from "vscode-languageserver";
import type { AttestationProblem } from "../checklist/attestations/read.js";
import type { ConfigProblem } from "../engine/config.js";
import { diagnosticSource, guideScheme, type EditorSettings } from "../protocol.js";
import { hostedAddress, itemPath, rulePath } from "../report/page-links.js";
import type { Finding, Severity } from "../rules/rule.js";
import type { Range } from "../syntax/span.js";
import type { AddressOf } from "./places.js";
import { severityOverride } from "./settings.js";

/** A finding as the editor shows it: the only place where one becomes the other. */
export function toDiagnostic(finding: Finding, settings: EditorSettings, addressOf: AddressOf): Diagnostic {
  return {
    range: toLspRange(finding),
    severity: severities[severityOverride(settings, finding.rule) ?? finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePageAddress(finding.rule, settings) },
    source: diagnosticSource,
    message: finding.message,
    relatedInformation: finding.related.map((place): DiagnosticRelatedInformation => ({
      location: { uri: addressOf(place), range: toLspRange(place) },
      message: place.message,
    })),
  };
}

/** A mistake in a configuration file. */
export function toConfigDiagnostic(problem: ConfigProblem): Diagnostic {
  return {
    range: toLspRange(problem),
    severity: severities[problem.severity],
    source: diagnosticSource,
    message: problem.message,
  };
}

/** Something about a person's word; the page says what the item asks, where it is one of the guide's. */
export function toAttestationDiagnostic(
  problem: AttestationProblem,
  item: string | undefined,
  settings: EditorSettings,
): Diagnostic {
  const page =
    item === undefined ? {} : { code: item, codeDescription: { href: pageAddress(itemPath(item), settings) } };
  return { ...toConfigDiagnostic(problem), ...page };
}

/** Where a rule's code leads: our own page, which needs no network, unless the team has its own. */
export function rulePageAddress(rule: string, settings: EditorSettings): string {
  return pageAddress(rulePath(rule), settings);
}

function pageAddress(path: string, { docsUrl }: EditorSettings): string {
  return docsUrl === "" ? `${guideScheme}:${path}` : hostedAddress(docsUrl, path);
}

/** Ours count from 1, the protocol's from 0. */
export function toLspRange({ start, end }: Range): LspRange {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
