/** How often each class is there, as an output shows it: numbers of rows, or shares. */
export interface PrintedCounts {
  /** The column that the output itself names. */
  readonly column: string | undefined;
  readonly classes: readonly ClassCount[];
}

export interface ClassCount {
  readonly name: string;
  readonly count: number;
}

/** How a count is written: a pandas series, one array of numbers, arrays of classes and of numbers, or a dict. */
export type CountForm = "series" | "array" | "arrays" | "dict";

/** All counts of that form in a text, in order; those that were cut short are left out. */
export function printedCounts(text: string, form: CountForm): readonly PrintedCounts[] {
  switch (form) {
    case "series":
      return seriesIn(text);
    case "dict":
      return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, inside = ""]) => dictOf(inside) ?? []);
    case "array":
      return [...text.matchAll(numbers)].flatMap(([, inside = ""]) => countsOf(words(inside)) ?? []);
    case "arrays":
      return [...text.matchAll(pairs)].flatMap(([, names = "", inside = ""]) => {
        return countsOf(words(inside), words(names)) ?? [];
      });
  }
}

const row = /^(\S.*?)\s{2,}(\d+(?:\.\d+)?(?:e-?\d+)?)\s*$/;
const footer = /^(?:Name: (.*?), )?(?:Length: \d+, )?dtype: (?:u?int\d+|float\d+|U?Int64)/;

function seriesIn(text: string): readonly PrintedCounts[] {
  const found: PrintedCounts[] = [];
  let classes: ClassCount[] = [];
  let above: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, name, count] = row.exec(line) ?? [];
    if (name !== undefined && count !== undefined) {
      classes.push({ name, count: Number(count) });
      continue;
    }
    const end = footer.exec(line);
    const isCut = line.includes("Length:");
    if (end !== null && classes.length > 0 && !isCut) found.push({ column: columnOf(end[1], above), classes });
    // A longer series is cut by a line of dots, after which the rest would count for all.
    if (end !== null || !/^\s*\.\.\.?/.test(line)) {
      classes = [];
      above = line.trim();
    }
  }
  return found;
}

/** Since pandas 2 the name is that of the counts, and the column's stands above. */
function columnOf(name: string | undefined, above: string | undefined): string | undefined {
  if (name !== "count" && name !== "proportion") return name;
  return above === "" ? undefined : above;
}

const numbers = /\[\s*(\d+(?:[\s,]+\d+)+)\s*\]/g;
const pairs = /array\(\[([^[\]]*)\][^[\]]*\),\s*array\(\[\s*(\d+(?:[\s,]+\d+)+)\s*\]/g;

function words(inside: string): readonly string[] {
  return inside.split(/[\s,]+/).filter((word) => word !== "");
}

function countsOf(counts: readonly string[], names?: readonly string[]): PrintedCounts | undefined {
  if (names !== undefined && names.length !== counts.length) return undefined;
  const classes = counts.map((count, index) => ({
    name: (names?.[index] ?? String(index)).replace(/^['"]|['"]$/g, ""),
    count: Number(count),
  }));
  return { column: undefined, classes };
}

function dictOf(inside: string): PrintedCounts | undefined {
  const classes = inside.split(",").map((entry) => {
    const [, name = "", count] = /^\s*(?:np\.\w+\()?['"]?(.*?)['"]?\)?\s*:\s*(\d+(?:\.\d+)?)\s*$/.exec(entry) ?? [];
    return count === undefined ? undefined : { name, count: Number(count) };
  });
  const known = classes.filter((one) => one !== undefined);
  return known.length === classes.length ? { column: undefined, classes: known } : undefined;
}
