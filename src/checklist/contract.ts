import type { ChecklistResult, ItemResult } from "./result.js";

/** A run as others read it: the form of `ml-preflight checklist --format json`. Fields are added, never changed. */
export function checklistContract(result: ChecklistResult): ChecklistContract {
  const { items, stages, mlTestScore, overall, gate, openQuestions, nextActions, attestationProblems } = result;
  return {
    version: 1,
    items: items.map(toContract),
    stages: Object.fromEntries(stages.map(({ stage, score }) => [stage, score ?? null])),
    overall: overall ?? null,
    mlTestScore: {
      score: mlTestScore.final,
      band: mlTestScore.band,
      label: mlTestScore.label,
      withNotApplicableAsZero: mlTestScore.withNotApplicableAsZero,
      withoutNotApplicable: mlTestScore.withoutNotApplicable ?? null,
      sections: Object.fromEntries(mlTestScore.sections.map(({ title, sum }) => [title, sum])),
    },
    openQuestions,
    profile: Object.fromEntries(
      Object.entries(result.profile.facts).map(([key, { value, why }]) => [key, { value: value ?? null, why }]),
    ),
    unreadable: result.unreadable,
    gate: { ready: gate.ready, obstacles: gate.obstacles.map(({ text }) => text), waivedBlockers: gate.waivedBlockers },
    nextActions: nextActions.map(({ id, todo, then }) => ({
      ...{
        id,
        todo,
        mlTestScore: then.mlTestScore,
        stageScore: then.stageScore ?? null,
        overall: then.overall ?? null,
      },
    })),
    attestationProblems: attestationProblems.map(({ kind, item, start, message }) => ({
      ...{ kind, line: start.line, message, ...(item === undefined ? {} : { item }) },
    })),
  };
}

export interface ChecklistContract {
  readonly version: 1;
  readonly items: readonly ItemContract[];
  /** From 0 to 1; null where nothing applies. */
  readonly stages: Readonly<Record<string, number | null>>;
  readonly overall: number | null;
  readonly mlTestScore: {
    readonly score: number;
    readonly band: string;
    readonly label: string;
    readonly withNotApplicableAsZero: number;
    readonly withoutNotApplicable: number | null;
    readonly sections: Readonly<Record<string, number>>;
  };
  readonly openQuestions: readonly string[];
  /** What the project was taken for, and why; null for what is not known. */
  readonly profile: Readonly<Record<string, { readonly value: boolean | null; readonly why: string }>>;
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly gate: {
    readonly ready: boolean;
    readonly obstacles: readonly string[];
    readonly waivedBlockers: readonly { readonly id: string; readonly reason: string }[];
  };
  readonly nextActions: readonly {
    readonly id: string;
    readonly todo: string;
    readonly mlTestScore: number;
    readonly stageScore: number | null;
    readonly overall: number | null;
  }[];
  readonly attestationProblems: readonly {
    readonly kind: string;
    readonly item?: string;
    readonly line: number;
    readonly message: string;
  }[];
}

export interface ItemContract {
  readonly id: string;
  readonly verdict: string;
  readonly level: string;
  readonly evidence: readonly { readonly path: string; readonly line: number; readonly what: string }[];
  readonly missing: readonly string[];
  readonly stage: string;
  readonly question: string;
  readonly severity: string;
  readonly reason: string;
  readonly waived: boolean;
  readonly against: readonly { readonly path: string; readonly line: number; readonly what: string }[];
  readonly asks: readonly string[];
  readonly searched: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly attestation?: {
    readonly who: string;
    readonly date: string;
    readonly expires: string;
    readonly link?: string;
  };
}

function toContract(item: ItemResult): ItemContract {
  const { id, verdict, level, missing, stage, question, severity, reason, waived, asks, searched, unreadable } = item;
  const { attestation } = item;
  const signed = attestation && {
    ...{ who: attestation.who, date: attestation.date, expires: attestation.expiresOn },
    ...(attestation.link === undefined ? {} : { link: attestation.link }),
  };
  return {
    ...{ id, verdict, level, evidence: item.evidence.map(placed), missing },
    ...{ stage, question, severity, reason, waived, against: item.objections.map(placed), asks, searched, unreadable },
    ...(signed === undefined ? {} : { attestation: signed }),
  };
}

interface Seen {
  readonly path: string;
  readonly line: number;
  readonly cell?: number;
  readonly what: string;
}

function placed({ path, line, cell, what }: Seen): Seen {
  return { path, line, ...(cell === undefined ? {} : { cell }), what };
}
