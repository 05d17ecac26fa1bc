import type { Automation, ItemSeverity, PassLevel } from "../guide/item.js";
import type { NextAction } from "./actions.js";
import type { DatedAttestation } from "./attestations/current.js";
import type { AttestationProblem } from "./attestations/read.js";
import type { DetectorResult, Place, UnreadableFile } from "./evidence.js";
import type { Gate } from "./gate.js";
import type { MlTestScore } from "./ml-test-score.js";
import type { Profile } from "./profile/profile.js";
import type { StageScore } from "./score.js";
import type { Judgement } from "./verdict.js";

/** The answer to one item, with all that led to it. Plain data. */
export interface ItemResult
  extends Judgement, Pick<DetectorResult, "evidence" | "objections" | "searched" | "unreadable"> {
  readonly id: string;
  readonly stage: string;
  readonly question: string;
  readonly automation: Automation;
  readonly severity: ItemSeverity;
  readonly weight: number;
  readonly passLevel: PassLevel;
  /** Its points in the score of its stage; undefined when it is left out of it. */
  readonly points: number | undefined;
  /** The points that a person's word can give it. */
  readonly attestedPoints: number;
  /** The test of the ML Test Score that it answers, and the points there. */
  readonly mlTest: { readonly code: string; readonly points: number } | undefined;
  /** The best places to look at for the one who is asked. */
  readonly candidates: readonly Place[];
  /** What a person said, when it counts today. */
  readonly attestation: DatedAttestation | undefined;
  /** True for an item of the team's own. */
  readonly custom: boolean;
  /** True when a detector looked; false when ML Preflight does not look for it yet. */
  readonly lookedFor: boolean;
}

/** A whole run over a project. Plain data. */
export interface ChecklistResult {
  readonly profile: Profile;
  readonly items: readonly ItemResult[];
  /** Three numbers that are never folded into one: this, the stage scores, and the open questions. */
  readonly mlTestScore: MlTestScore;
  readonly stages: readonly StageScore[];
  /** The items that wait for a person. */
  readonly openQuestions: readonly string[];
  /** The lowest of the scores of data, training, testing, deployment and monitoring; undefined when none of them applies. */
  readonly overall: number | undefined;
  readonly gate: Gate;
  readonly nextActions: readonly NextAction[];
  /** Files that no item could look into. */
  readonly unreadable: readonly UnreadableFile[];
  /** What is wrong with the attestations: expired ones, ones of unknown items, faults of the file. */
  readonly attestationProblems: readonly AttestationProblem[];
}
