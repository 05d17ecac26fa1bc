import { isNotebook } from "../project/notebooks.js";
import { within } from "../project/paths.js";
import type { FindingRow, StageFindings } from "../protocol.js";
import type { Severity } from "../rules/rule.js";
import type { Checker } from "./checker.js";
import { toLspRange } from "./diagnostics.js";
import type { ListedFinding } from "./scan/messages.js";
import { type Settings, severityOverride } from "./settings.js";
import { pathOf, uriOf } from "./uris.js";

/** More of one rule are counted and not listed. */
const mostListed = 50;

/** The findings of one file. */
interface FileFindings {
  readonly uri: string;
  readonly path: string;
  /** Whose levels count. */
  readonly settings: string;
  readonly findings: readonly ListedFinding[];
}

/**
 * The findings of a folder by stage: of its files as they were read, and of its open documents as they are.
 * Those of documents without a file count in every folder.
 */
export function stageFindings(
  folder: string,
  read: ReadonlyMap<string, readonly ListedFinding[]>,
  checker: Pick<Checker, "outcomes">,
  settings: Settings,
): ReadonlyMap<string, StageFindings> {
  const open = openFiles(folder, checker);
  const isOpen = new Set(open.map(({ uri }) => pathOf(uri)));
  const folderUri = uriOf(folder);
  const closed = [...read].flatMap(([path, findings]): readonly FileFindings[] =>
    isOpen.has(path) ? [] : [{ uri: uriOf(path), path: within(folder, path) ?? path, settings: folderUri, findings }],
  );
  const stages = new Map<string, Stage>();
  for (const file of [...open, ...closed].sort(byWeightAndPath)) {
    const known = settings.peek(file.settings);
    for (const finding of file.findings) {
      const severity = severityOverride(known, finding.rule) ?? finding.severity;
      let stage = stages.get(finding.stage);
      if (stage === undefined) stages.set(finding.stage, (stage = emptyStage()));
      stage.counts[weightOf(finding, severity)]++;
      const count = (stage.rules[finding.rule] = (stage.rules[finding.rule] ?? 0) + 1);
      if (count <= mostListed) stage.findings.push(toRow(finding, file, severity));
    }
  }
  return stages;
}

/** What is written to find something out is not yet what others rely on: it stands after what they do. */
function byWeightAndPath(a: FileFindings, b: FileFindings): number {
  return Number(isNotebook(a.path)) - Number(isNotebook(b.path)) || (a.path < b.path ? -1 : Number(a.path > b.path));
}

/** A stage is not in the red for a notebook alone. */
function weightOf({ cell }: ListedFinding, severity: Severity): Severity {
  return cell !== undefined && severity === "error" ? "warning" : severity;
}

/** A stage while it is counted. */
interface Stage extends StageFindings {
  readonly counts: Record<Severity, number>;
  readonly rules: Record<string, number>;
  readonly findings: FindingRow[];
}

function emptyStage(): Stage {
  return { counts: { error: 0, warning: 0, info: 0, hint: 0 }, rules: {}, findings: [] };
}

function openFiles(folder: string, checker: Pick<Checker, "outcomes">): readonly FileFindings[] {
  return [...checker.outcomes()].flatMap(([uri, outcome]): readonly FileFindings[] => {
    if (outcome.state !== "analysed") return [];
    const path = pathOf(uri);
    const name = path === undefined ? outcome.name : within(folder, path);
    return name === undefined ? [] : [{ uri, path: name, settings: uri, findings: outcome.findings }];
  });
}

function toRow(
  { rule, message, start, end, cell }: ListedFinding,
  { uri, path }: FileFindings,
  severity: Severity,
): FindingRow {
  return {
    uri,
    path,
    ...(cell === undefined ? {} : { cell }),
    range: toLspRange({ start, end }),
    rule,
    severity,
    message,
  };
}
