import { type ChecklistConfig, flagOf, textOf } from "../../engine/checklist-config.js";
import type { Place } from "../evidence.js";

/** What a project is, which decides the items that apply. */
export interface Profile {
  readonly facts: Readonly<Record<ProfileKey, ProfileFact>>;
  /** Of the code that counts: `python`, `typescript`. */
  readonly languages: readonly string[];
}

export interface ProfileFact {
  /** Undefined when neither files nor the team say. */
  readonly value: boolean | undefined;
  /** Why, a sentence. */
  readonly why: string;
  /** What shows it, the best place first. */
  readonly places: readonly Place[];
}

export type ProfileKey = (typeof profileKeys)[number];
export const profileKeys = [
  "training",
  "serving",
  "online",
  "public",
  "batch",
  "deepLearning",
  "tabular",
  "vision",
  "text",
  "timeSeries",
  "edge",
  "people",
  "library",
  "supervised",
  "classification",
  "readsData",
  "features",
  "borrowedModels",
  "pipeline",
  "ci",
  "notebooks",
] as const;

/** A profile of which nothing is known but what is given. */
export function profileOf(
  facts: Readonly<Partial<Record<ProfileKey, ProfileFact>>>,
  languages: readonly string[] = [],
): Profile {
  return { facts: { ...nothingKnown, ...facts }, languages };
}

const unknown: ProfileFact = {
  value: undefined,
  why: "Neither the files nor the team's configuration say so.",
  places: [],
};

const nothingKnown: Readonly<Record<ProfileKey, ProfileFact>> = {
  ...{ training: unknown, serving: unknown, online: unknown, public: unknown, batch: unknown, deepLearning: unknown },
  ...{ tabular: unknown, vision: unknown, text: unknown, timeSeries: unknown, edge: unknown, people: unknown },
  ...{ library: unknown, supervised: unknown, classification: unknown, readsData: unknown, features: unknown },
  ...{ borrowedModels: unknown, pipeline: unknown, ci: unknown, notebooks: unknown },
};

/** The profile with what the team says in its place: it knows better than the files. */
export function withTeamProfile(profile: Profile, config: ChecklistConfig): Profile {
  const said = config.profile;
  const facts: Record<ProfileKey, ProfileFact> = { ...profile.facts };
  const say = (key: ProfileKey, value: boolean): void => {
    facts[key] = { ...facts[key], value, why: "The team's configuration says so." };
  };
  const exposure = textOf(config, "security.exposure");
  if (exposure !== undefined) say("public", exposure === "public");
  const isAboutPeople = flagOf(config, "fairness.applicable");
  if (isAboutPeople !== undefined) say("people", isAboutPeople);
  for (const key of profileKeys) {
    const value = said.facts[key];
    if (value !== undefined) say(key, value);
  }
  if (said.task !== undefined) {
    say("classification", said.task === "classification");
    say("supervised", ["classification", "regression", "ranking"].includes(said.task));
  }
  return { facts, languages: said.languages ?? profile.languages };
}
