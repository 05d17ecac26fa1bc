import { type Condition, conditionTexts } from "../../guide/item.js";
import type { Applicability } from "../verdict.js";
import type { Profile, ProfileKey } from "./profile.js";

/** Whether an item of a stage, with its condition, applies to a project. */
export function appliesTo(condition: Condition, stage: string, profile: Profile): Applicability {
  const library = profile.facts.library;
  if (library.value === true && (stage === "deployment" || stage === "monitoring")) {
    return { value: false, why: `This is a library, which neither deploys nor monitors anything. ${library.why}` };
  }
  const { every, of } = meanings[condition];
  const values = of.map((key) => profile.facts[key].value);
  const value = every ? all(values) : any(values);
  // The facts that decide are the ones to give as reason.
  const whys = of.filter((key) => profile.facts[key].value === value).map((key) => profile.facts[key].why);
  return { value, why: [conditionSentence(condition), ...new Set(whys)].join(" ") };
}

interface Meaning {
  readonly every: boolean;
  readonly of: readonly ProfileKey[];
}

/** Each condition in terms of the profile. */
const meanings: Readonly<Record<Condition, Meaning>> = {
  always: every(),
  training: every("training"),
  serving: every("serving"),
  "online-serving": every("serving", "online"),
  "public-serving": every("serving", "public"),
  "training-or-serving": some("training", "serving"),
  "training-and-serving": every("training", "serving"),
  "serving-or-batch": some("serving", "batch"),
  "deep-learning": every("deepLearning"),
  "deep-learning-or-serving": some("deepLearning", "serving"),
  tabular: every("tabular"),
  supervised: every("supervised"),
  classification: every("classification"),
  "reads-data": every("readsData"),
  features: every("features"),
  "feature-code": every("features"),
  "borrowed-models": every("borrowedModels"),
  "pipeline-or-ci": some("pipeline", "ci"),
  notebooks: every("notebooks"),
  people: every("people"),
  edge: every("edge"),
};

function every(...of: readonly ProfileKey[]): Meaning {
  return { every: true, of };
}

function some(...of: readonly ProfileKey[]): Meaning {
  return { every: false, of };
}

/** What is not known stays so, unless the known part decides. */
function all(values: readonly (boolean | undefined)[]): boolean | undefined {
  return values.includes(false) ? false : values.includes(undefined) ? undefined : true;
}

function any(values: readonly (boolean | undefined)[]): boolean | undefined {
  return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
}

function conditionSentence(condition: Condition): string {
  return condition === "always" ? "Applies to every project." : `Applies when ${conditionTexts[condition]}.`;
}
