import { type MlTestSection, mlTestSections, sectionOf } from "../guide/item.js";
import { type Evidence, reaches } from "./evidence.js";
import type { Verdict } from "./verdict.js";

/**
 * The ML Test Score: the lowest of four sums over seven tests each. A full point takes evidence that is wired and runs
 * again and again; anything less that is there counts half, and so does a person's word.
 */
export function mlTestScore(tests: readonly TestPoints[], notApplicable: "zero" | "leave-out"): MlTestScore {
  const sections = sectionLetters.map((letter): SectionScore => {
    const all = tests.filter(({ code }) => sectionOf(code) === letter);
    const applicable = all.filter(({ applies }) => applies);
    const sum = all.reduce((total, { points }) => total + points, 0);
    const scaled = applicable.length === 0 ? undefined : (sum * all.length) / applicable.length;
    return { id: letter, title: mlTestSections[letter], sum, withoutNotApplicable: scaled, tests: all.length };
  });
  const zero = Math.min(...sections.map(({ sum }) => sum));
  const left = sections.flatMap(({ withoutNotApplicable }) => withoutNotApplicable ?? []);
  const withoutNotApplicable = left.length === 0 ? undefined : Math.min(...left);
  const final = notApplicable === "zero" ? zero : (withoutNotApplicable ?? 0);
  const { band, label } = bandOf(final);
  return { final, withNotApplicableAsZero: zero, withoutNotApplicable, notApplicable, band, label, sections };
}

/** A test and what it counts for. */
export interface TestPoints {
  readonly code: string;
  readonly points: number;
  readonly applies: boolean;
}

export interface MlTestScore {
  /** The one of the two numbers below that the team goes by. */
  readonly final: number;
  /** What does not apply counts zero, as the paper has it. */
  readonly withNotApplicableAsZero: number;
  /** What does not apply is left out, and the sum scaled to the seven tests of a section; undefined when nothing applies. */
  readonly withoutNotApplicable: number | undefined;
  readonly notApplicable: "zero" | "leave-out";
  /** What the number says, in words. */
  readonly band: string;
  readonly label: ReadinessLabel;
  readonly sections: readonly SectionScore[];
}

export interface SectionScore {
  readonly id: MlTestSection;
  readonly title: string;
  readonly sum: number;
  readonly withoutNotApplicable: number | undefined;
  readonly tests: number;
}

export type ReadinessLabel = "prototype" | "pilot" | "production" | "mission-critical";

/** The points of one item in the ML Test Score. */
export function mlTestPoints(verdict: Verdict, evidence: readonly Evidence[], isWeakened: boolean): number {
  if (verdict === "attested") return 0.5;
  if (verdict !== "pass" && verdict !== "partial") return 0;
  const isRepeated = evidence.some(({ level, repeatedBy }) => reaches(level, "L3") && repeatedBy !== undefined);
  return isRepeated && !isWeakened ? 1 : 0.5;
}

/** Each band reaches up to its number, that included. */
const bands: readonly { readonly upTo: number; readonly band: string; readonly label: ReadinessLabel }[] = [
  { upTo: 0, band: "a research project rather than a production system", label: "prototype" },
  { upTo: 1, band: "not wholly untested, but serious holes are likely", label: "prototype" },
  { upTo: 2, band: "a first pass at production; more investment is needed", label: "pilot" },
  { upTo: 3, band: "reasonably tested; more could be automated", label: "production" },
  {
    upTo: 5,
    band: "strong automated testing and monitoring, fit for mission-critical systems",
    label: "mission-critical",
  },
  { upTo: Infinity, band: "exceptional", label: "mission-critical" },
];

function bandOf(score: number): { readonly band: string; readonly label: ReadinessLabel } {
  const { band, label } = bands.find(({ upTo }) => score <= upTo) ?? { band: "", label: "prototype" };
  return { band, label };
}

const sectionLetters: readonly MlTestSection[] = ["D", "M", "I", "O"];
