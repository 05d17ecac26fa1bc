import type { ChecklistItem } from "../guide/content.js";
import { type DetectorResult, detected, type EvidenceLevel, levelOf, reaches } from "./evidence.js";

/**
 * The verdict on one item: what the files show, and what a person said where files leave it open.
 * A person's word never outweighs something that speaks against the item; for that, there is the waiver.
 */
export function judge(item: ChecklistItem, found: DetectorResult | undefined, circumstances: Circumstances): Judgement {
  const { applies, disabled, word } = circumstances;
  const level = levelOf(found?.evidence ?? []);
  const notApplicable = (reason: string, waived: boolean): Judgement => ({
    ...{ verdict: "n/a", level, reason, waived, asks: [], missing: [] },
  });
  if (disabled !== undefined) return notApplicable(disabled, true);
  if (applies.value === false) return notApplicable(applies.why, false);
  if (word?.verdict === "n/a") return notApplicable(word.reason, true);
  const byFiles = found === undefined ? notLookedFor : verdictOf(item, found, level, applies);
  const { verdict, reason } = word === undefined ? byFiles : withWord(item, found, level, byFiles, word);
  const isOpen = verdict === "human" || (verdict === "partial" && takesWord(item) && found?.closesAlone !== true);
  const missing = verdict === "pass" || verdict === "attested" ? [] : [`A pass takes: ${item.verdict.pass}.`];
  return {
    ...{ verdict, level, reason, waived: false },
    asks: isOpen ? questionsOf(item, found) : [],
    missing: found === undefined || found.missing.length === 0 ? missing : found.missing,
  };
}

export type Verdict = (typeof verdicts)[number];
export const verdicts = ["pass", "partial", "fail", "human", "attested", "n/a", "unknown"] as const;

export interface Judgement {
  readonly verdict: Verdict;
  readonly level: EvidenceLevel;
  /** Why it is this verdict, a sentence. */
  readonly reason: string;
  /** Left out by the team, not by what the project is. A waived blocker stays listed. */
  readonly waived: boolean;
  /** What a person is asked. */
  readonly asks: readonly string[];
  /** What the next level takes, or a pass. */
  readonly missing: readonly string[];
}

/** What decides about an item besides what its detector found. */
export interface Circumstances {
  readonly applies: Applicability;
  /** The reason for which the team's configuration leaves it out. */
  readonly disabled: string | undefined;
  readonly word: Word | undefined;
}

/** Whether an item applies to a project, and why; undefined when nobody said and no file tells. */
export interface Applicability {
  readonly value: boolean | undefined;
  readonly why: string;
}

/** What a person said about an item; `n/a` is a waiver. */
export interface Word {
  readonly verdict: "pass" | "fail" | "n/a";
  readonly reason: string;
}

/** Does a pass of this item take a person's word, alone or beside the evidence? */
export function takesWord({ automation, passLevel, attestedPoints }: ChecklistItem): boolean {
  return automation === "H" || passLevel === "attested" || attestedPoints === 1;
}

type Answer = Pick<Judgement, "verdict" | "reason">;

const notLookedFor: Answer = {
  verdict: "human",
  reason: "ML Preflight does not look for this yet, so a person has to tell.",
};

function verdictOf(item: ChecklistItem, found: DetectorResult, level: EvidenceLevel, applies: Applicability): Answer {
  const against = found.objections.find(({ allows }) => allows === "fail");
  if (against !== undefined) {
    if (applies.value === true) return { verdict: "fail", reason: sentence(against.what) };
    return { verdict: "human", reason: `It is not known whether this applies: ${applies.why}` };
  }
  if (item.passLevel === "findings") return byFindings(found, level);
  const weakened = found.objections.find(({ allows }) => allows === "partial");
  if (item.passLevel !== "attested" && reaches(level, item.passLevel)) {
    if (weakened !== undefined) return { verdict: "partial", reason: sentence(weakened.what) };
    if (!takesWord(item) || found.closesAlone)
      return { verdict: "pass", reason: "The evidence reaches the level asked for." };
    return { verdict: "partial", reason: "The evidence is there; a person's word is still to come." };
  }
  if (reaches(level, "L2")) return { verdict: "partial", reason: "There is evidence, but not of the level asked for." };
  return withoutEvidence(item, found, applies);
}

/** An item that rules look after: nothing may stand against it, and something has to show that care was taken. */
function byFindings(found: DetectorResult, level: EvidenceLevel): Answer {
  if (found.unreadable.length > 0) return cannotTell(found);
  if (level === "L0") return { verdict: "human", reason: "No code was found that could be judged." };
  const weakened = found.objections[0];
  if (weakened !== undefined) return { verdict: "partial", reason: sentence(weakened.what) };
  return reaches(level, "L2")
    ? { verdict: "pass", reason: "Nothing speaks against it, and there is evidence for it." }
    : { verdict: "partial", reason: "Nothing speaks against it, but nothing guards it either." };
}

function withoutEvidence(item: ChecklistItem, found: DetectorResult, applies: Applicability): Answer {
  if (found.unreadable.length > 0) return cannotTell(found);
  if (found.forks.length > 0) return { verdict: "human", reason: "The files leave it open." };
  if (applies.value === undefined) {
    return { verdict: "human", reason: `It is not known whether this applies: ${applies.why}` };
  }
  if (item.verdict.fail === undefined) return { verdict: "human", reason: "Files alone cannot close it." };
  return { verdict: "fail", reason: sentence(found.absent ?? item.verdict.fail) };
}

function cannotTell({ unreadable }: DetectorResult): Answer {
  const names = unreadable.map(({ path, reason }) => `${path} (${reason})`).join(", ");
  return { verdict: "unknown", reason: `What could change the answer could not be read: ${names}.` };
}

function withWord(
  item: ChecklistItem,
  found: DetectorResult = detected({}),
  level: EvidenceLevel,
  byFiles: Answer,
  word: Word,
): Answer {
  if (word.verdict === "fail") return { verdict: "fail", reason: word.reason };
  const { passLevel } = item;
  if (byFiles.verdict === "pass" || found.objections.some(({ allows }) => allows === "fail")) return byFiles;
  const isLadder = passLevel !== "attested" && passLevel !== "findings";
  if (isLadder && takesWord(item) && reaches(level, passLevel) && found.objections.length === 0) {
    return { verdict: "pass", reason: "The evidence reaches the level asked for, and a person gave their word." };
  }
  return { verdict: "attested", reason: word.reason };
}

/** What to ask: what the files left open, or else when a person is needed, or else the question itself. */
function questionsOf(item: ChecklistItem, found: DetectorResult | undefined): readonly string[] {
  const open = found?.forks.map(({ question }) => question) ?? [];
  return open.length > 0 ? open : [item.question];
}

function sentence(text: string): string {
  const closed = /[.!?]$/.test(text) ? text : `${text}.`;
  return closed.charAt(0).toUpperCase() + closed.slice(1);
}
