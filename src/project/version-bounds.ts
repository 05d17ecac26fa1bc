/** A version's first two numbers. */
export type Version = readonly [major: number, minor: number];

/** What a dependency file says about one package. */
export interface VersionBound {
  readonly least: Version;
  /** True for one exact version, false for the lower end of a range. */
  readonly exact: boolean;
}

/** The least version that a specifier allows: PEP 440 (`>=2.1,<3`), conda (`=2.1`) and poetry (`^2.1`) spelling; undefined when it has no lower end. */
export function lowerBound(specifier: string): VersionBound | undefined {
  // `a || b` allows both, so the lesser end counts, and what comes first says little about it.
  if (specifier.includes("|")) return undefined;
  let best: VersionBound | undefined;
  for (const clause of specifier.split(",")) {
    const match = /^\s*(===?|>=?|~=?|\^|=|)\s*v?(\d+)(?:\.(\d+))?([^\s;]*)/.exec(clause);
    if (match === null) continue;
    const [, operator = "", major, minor, rest = ""] = match;
    const isPin = operator === "==" || operator === "===" || operator === "=" || operator === "";
    const exact = isPin && minor !== undefined && !rest.includes("*");
    const bound = { least: [Number(major), Number(minor ?? 0)], exact } as const;
    if (best === undefined || bound.exact || compareVersions(bound.least, best.least) > 0) best = bound;
  }
  return best;
}

/** What holds for a project whose files say all of this: an exact version counts before a range, the lowest of equals before the others. */
export function leastVersion(bounds: readonly VersionBound[]): Version | undefined {
  const exact = bounds.filter((bound) => bound.exact);
  const versions = (exact.length > 0 ? exact : bounds).map((bound) => bound.least);
  return versions.sort(compareVersions)[0];
}

function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1];
}
