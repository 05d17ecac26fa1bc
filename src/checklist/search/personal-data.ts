import { textsOf } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import type { ChecklistProject } from "../project.js";

/** A file of the project that holds what looks like personal data. */
export interface PersonalFile {
  readonly path: string;
  /** Columns whose values look real. */
  readonly columns: readonly string[];
}

/** Data files in the repository with personal columns that hold real-looking values. */
export async function personalFiles(project: ChecklistProject): Promise<readonly PersonalFile[]> {
  const ignored = textsOf(project.config, "privacy.ignorePaths");
  const own = new Set(textsOf(project.config, "privacy.piiColumns").map((name) => name.toLowerCase()));
  const found: PersonalFile[] = [];
  for (const path of project.files) {
    if (!/\.(?:csv|tsv|jsonl?|ndjson)$/i.test(path) || /package|tsconfig|lock|schema|node_modules/i.test(path))
      continue;
    if (matchesGlobs(ignored, path) || ignored.some((folder) => path.startsWith(`${folder.replace(/\/$/, "")}/`)))
      continue;
    const columns = personalColumns(recordsOf(path, (await project.read(path)) ?? ""), own);
    if (columns.length > 0) found.push({ path, columns });
  }
  return found;
}

type Row = Readonly<Record<string, string>>;

/** Enough rows to see what a column holds. */
const mostRows = 20;

function recordsOf(path: string, text: string): readonly Row[] {
  if (!/json/i.test(path)) return tableRows(text, path.toLowerCase().endsWith(".tsv") ? "\t" : undefined);
  const isLines = /\.(?:jsonl|ndjson)$/i.test(path);
  const parsed = isLines ? text.split("\n", mostRows).map(parsedOf) : parsedOf(text);
  return Array.isArray(parsed) ? parsed.slice(0, mostRows).flatMap(rowOf) : [];
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // What is no JSON holds no records.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function rowOf(record: unknown): readonly Row[] {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return [];
  return [
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, typeof value === "object" ? "" : String(value)]),
    ),
  ];
}

function tableRows(text: string, separator: string | undefined): readonly Row[] {
  const [header = "", ...lines] = text.split(/\r?\n/, mostRows + 1);
  const by = separator ?? [";", "|", "\t"].find((one) => header.split(one).length > header.split(",").length) ?? ",";
  const names = cells(header, by);
  return lines
    .filter((line) => line !== "")
    .map((line) => Object.fromEntries(cells(line, by).map((value, index) => [names[index] ?? "", value])));
}

function cells(line: string, by: string): readonly string[] {
  return line.split(by).map((cell) => cell.trim().replace(/^"|"$/g, ""));
}

function personalColumns(rows: readonly Row[], own: ReadonlySet<string>): readonly string[] {
  const [first = {}] = rows;
  const hasOwn = (column: string): boolean => own.has(column.toLowerCase());
  return Object.keys(first).filter((column) => {
    const kind = kinds.find(({ name }) => name.test(column));
    if (kind === undefined && !hasOwn(column)) return false;
    const values = rows.map((row) => row[column] ?? "").filter((value) => value !== "");
    const real = values.filter((value) => !invented.test(value) && (kind === undefined || kind.value.test(value)));
    return real.length >= 2 && real.length * 2 > values.length;
  });
}

/** Values that documents and tests make up, and what was hidden or hashed. */
const invented =
  /@(?:example|test|localhost|invalid|email|domain|mail)\b|@[\w.-]+\.(?:test|example|invalid)$|\b555-?0?1|^[0-9a-f]{16,}$|\*{2,}|x{3,}|^000|redacted|anon/i;

const kinds: readonly { readonly name: RegExp; readonly value: RegExp }[] = [
  { name: /e-?mail/i, value: /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i },
  { name: /phone|mobile|telephone|msisdn|fax/i, value: /^\+?[\d\s()./-]{7,}$/ },
  { name: /(?:^|_)(?:ssn|social_security\w*|national_id|passport\w*)(?:$|_)/i, value: /\d{3,}/ },
  {
    name: /^(?:first|last|full|sur|given|family|customer|patient|user|client|person)_?name$/i,
    value: /^[\p{L}][\p{L}.'-]+(?:[ ,][\p{L}.' -]+)?$/u,
  },
  {
    name: /^(?:home_?|street_?|postal_?|mailing_?)?address(?:_?\d|_line\w*)?$|^street$/i,
    value: /\d.*\p{L}|\p{L}.*\d/u,
  },
  { name: /birth|^dob$/i, value: /\d{4}|\d\d[./-]\d\d/ },
  { name: /^(?:ip|ip_?addr\w*|client_ip|remote_addr)$/i, value: /^(?:\d{1,3}\.){3}\d{1,3}$/ },
];
