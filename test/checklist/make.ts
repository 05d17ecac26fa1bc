import { defaultChecklistConfig } from "../../src/engine/checklist-config.js";
import type { ChecklistItem } from "../../src/guide/content.js";
import { type DetectorResult, detected, type Evidence } from "../../src/checklist/evidence.js";
import {
  type Profile,
  type ProfileFact,
  type ProfileKey,
  profileKeys,
  profileOf,
} from "../../src/checklist/profile/profile.js";
import type { ChecklistProject } from "../../src/checklist/project.js";
import type { ProjectFacts } from "../../src/project/facts/read-facts.js";
import type { Circumstances, Word } from "../../src/checklist/verdict.js";

/** An item in which only what matters to a test has to be said. */
export function makeItem(given: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    ...{ id: "DATA-01", stage: "data", question: "Is it so?", why: "To know.", readings: [], snippets: [], rows: [] },
    ...{
      appliesWhen: "always",
      automation: "A",
      mlTestScore: undefined,
      severity: "major",
      weight: 1,
      passLevel: "L3",
    },
    ...{ attestedPoints: 0.5, counts: [], doesNotCount: [], settings: [], rules: [] },
    verdict: { pass: "it is so", partial: "half of it", fail: "it is not so", human: "nobody knows" },
    ...given,
  };
}

export function evidence(level: Evidence["level"], more: Partial<Evidence> = {}): Evidence {
  return { level, path: "train.py", line: 3, what: "a call", rule: "call", ...more };
}

/** What a detector found whose evidence is of these levels. */
export function found(levels: readonly Evidence["level"][], more: Partial<DetectorResult> = {}): DetectorResult {
  return detected({ evidence: levels.map((level) => evidence(level)), ...more });
}

export function objection(allows: "partial" | "fail"): DetectorResult["objections"][number] {
  return { path: "a.py", line: 9, allows, what: "the other half is not", rule: "half" };
}

export function circumstances(given: Partial<Circumstances> = {}): Circumstances {
  return { applies: { value: true, why: "It trains." }, disabled: undefined, word: undefined, ...given };
}

export const says = (verdict: Word["verdict"]): Word => ({ verdict, reason: `Ada says ${verdict}` });

/** A profile of which all is known: these facts hold, and no others. */
export function makeProfile(holds: readonly ProfileKey[], unknown: readonly ProfileKey[] = []): Profile {
  const facts: Partial<Record<ProfileKey, ProfileFact>> = {};
  for (const key of profileKeys) {
    const value = unknown.includes(key) ? undefined : holds.includes(key);
    facts[key] = { value, why: `${key}: ${String(value)}.`, places: [] };
  }
  return profileOf(facts, ["python"]);
}

export function makeProject(
  given: Partial<ChecklistProject> = {},
  texts: Readonly<Record<string, string>> = {},
): ChecklistProject {
  return {
    files: Object.keys(texts),
    read: (path) => Promise.resolve(texts[path]),
    size: (path) => Promise.resolve(texts[path]?.length),
    form: () => Promise.resolve(undefined),
    ...noFacts,
    ...{ findings: [], tools: [], unreadable: [], config: defaultChecklistConfig, profile: makeProfile(["training"]) },
    ...given,
  };
}

const noFacts: Omit<ProjectFacts, "unreadable"> = {
  ...{
    code: [],
    tests: [],
    docs: [],
    pipelines: [],
    tasks: [],
    configs: [],
    dockerfiles: [],
    compose: [],
    kubernetes: [],
  },
  dependencies: { manifests: [], declared: [], locks: [], languageVersions: [] },
  ci: { runs: [], jobs: [], disabled: [], unknowns: [], unreadable: [], paths: [] },
  wiring: { entries: [], entriesOf: () => [], entriesOfFile: () => [] },
  reports: { junit: [], coverage: [], optuna: [], mlflow: [], wandb: [], dvcLock: [], unreadable: [] },
};
