/** A version's first two numbers. */
export type Version = readonly [major: number, minor: number];

/** What a dependency file says about one package. */
export interface VersionBound {
  readonly least: Version;
  /** True for one exact version, false for the lower end of a range. */
  readonly exact: boolean;
  /** The first version that is too new; undefined where every newer one will do. */
  readonly below: Version | undefined;
}

/** The least version that a specifier allows: PEP 440 (`>=2.1,<3`), conda (`=2.1`) and poetry (`^2.1`) spelling; undefined when it has no lower end. */
export function lowerBound(specifier: string): VersionBound | undefined {
  // `a || b` allows both, so the lesser end counts, and what comes first says little about it.
  if (specifier.includes("|")) return undefined;
  let best: VersionBound | undefined;
  const below = upperEnd(specifier);
  for (const clause of specifier.split(",")) {
    const match = /^\s*(===?|>=?|~=?|\^|=|)\s*v?(\d+)(?:\.(\d+))?([^\s;]*)/.exec(clause);
    if (match === null) continue;
    const [, operator = "", major, minor, rest = ""] = match;
    const isPin = operator === "==" || operator === "===" || operator === "=" || operator === "";
    const exact = isPin && minor !== undefined && !rest.includes("*");
    const least = [Number(major), Number(minor ?? 0)] as const;
    const bound = { least, exact, below: exact ? ([least[0], least[1] + 1] as const) : below };
    if (best === undefined || bound.exact || compareVersions(bound.least, best.least) > 0) best = bound;
  }
  return best;
}

/** `<1.9`, and `<=1.12`, which allows all of 1.12; the last number that `~=1.4.0` leaves open is its own. */
function upperEnd(specifier: string): Version | undefined {
  const [, operator, major, minor = "0"] = /(<=?|~=)\s*v?(\d+)(?:\.(\d+))?/.exec(specifier) ?? [];
  if (operator === undefined || major === undefined) return undefined;
  const isCompatible = operator === "~=";
  if (isCompatible && !/~=\s*v?\d+\.\d+\.\d/.test(specifier)) return [Number(major) + 1, 0];
  return [Number(major), Number(minor) + (operator === "<" ? 0 : 1)];
}

/** What holds for a project whose files say all of this: an exact version counts before a range, the lowest of equals before the others. */
export function leastVersion(bounds: readonly VersionBound[]): VersionBound | undefined {
  const exact = bounds.filter((bound) => bound.exact);
  return (exact.length > 0 ? exact : bounds).toSorted((a, b) => compareVersions(a.least, b.least))[0];
}

/** Do two files say the same of a package? */
export function sameBounds(a: VersionBound | undefined, b: VersionBound | undefined): boolean {
  return a?.least.join() === b?.least.join() && a?.below?.join() === b?.below?.join();
}

function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1];
}
