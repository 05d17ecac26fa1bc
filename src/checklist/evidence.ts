/** How strong evidence is, weakest first: nothing, declared, used, wired to something that runs, gating what follows. */
export type EvidenceLevel = (typeof evidenceLevels)[number];
export const evidenceLevels = ["L0", "L1", "L2", "L3", "L4"] as const;

/** What each level means, in words for people. */
export const levelTexts: Readonly<Record<EvidenceLevel, string>> = {
  L0: "nothing found",
  L1: "declared",
  L2: "used",
  L3: "wired to something that runs",
  L4: "gating",
};

/** A place in the project. */
export interface Place {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  /** From 1; 1 for a file as a whole. In a notebook, within its cell. */
  readonly line: number;
  readonly cell?: number;
}

/** A piece of evidence for an item. */
export interface Evidence extends Place {
  readonly level: Exclude<EvidenceLevel, "L0">;
  /** What stands there, in words for people. */
  readonly what: string;
  /** The id of the rule that matched, or what its detector calls this way of finding it. */
  readonly rule: string;
  /** What runs it again and again; a full point of the ML Test Score takes one of these. */
  readonly repeatedBy?: "ci" | "schedule" | "pipeline";
}

/** Something that speaks against an item, whatever speaks for it: an open finding, or a part that is not covered. */
export interface Objection extends Place {
  /** The best verdict that is left. */
  readonly allows: "partial" | "fail";
  readonly what: string;
  readonly rule: string;
}

/** A question that files leave open, with the best place to look when there is one. */
export interface Fork {
  readonly question: string;
  readonly at?: Place;
}

/** A file that could have changed the answer and could not be read or parsed. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** What a detector found out about one item. */
export interface DetectorResult {
  readonly evidence: readonly Evidence[];
  readonly objections: readonly Objection[];
  /** What the next level takes, a sentence each. */
  readonly missing: readonly string[];
  readonly forks: readonly Fork[];
  readonly unreadable: readonly UnreadableFile[];
  /** What was looked for and where, for the reader of a fail. */
  readonly searched: readonly string[];
  /** Why it is a fail where nothing was found; the item's own words when left out. */
  readonly absent?: string;
  /** True where the evidence takes the place of the person's word that a pass of this item asks for. */
  readonly closesAlone: boolean;
}

/** A result with nothing in it but what is given. */
export function detected(found: Partial<DetectorResult>): DetectorResult {
  return {
    ...{ evidence: [], objections: [], missing: [], forks: [], unreadable: [], searched: [], closesAlone: false },
    ...found,
  };
}

/** The highest level that the evidence reaches. */
export function levelOf(evidence: readonly Evidence[]): EvidenceLevel {
  return evidence.reduce<EvidenceLevel>((best, { level }) => (reaches(level, best) ? level : best), "L0");
}

/** Is a level as high as another, or higher? */
export function reaches(level: EvidenceLevel, wanted: EvidenceLevel): boolean {
  return evidenceLevels.indexOf(level) >= evidenceLevels.indexOf(wanted);
}
