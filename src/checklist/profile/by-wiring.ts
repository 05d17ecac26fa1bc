import type { ProjectFacts } from "../../project/facts/read-facts.js";
import type { Place } from "../evidence.js";
import type { Profile, ProfileKey } from "./profile.js";
import { predictions } from "./signs.js";

/**
 * The profile with what only shows when files are seen together: a route whose prediction is made in another file serves.
 * What the files showed one by one stays.
 */
export function withWiring(profile: Profile, { code, wiring }: Pick<ProjectFacts, "code" | "wiring">): Profile {
  if (profile.facts.serving.value === true) return profile;
  const names = new Set(predictions());
  for (const { path, role, calls } of code) {
    if (role !== "source") continue;
    for (const { name, within, line } of calls) {
      if (!names.has(name)) continue;
      const route = wiring.entriesOf(path, within).find(({ kind }) => kind === "route");
      if (route === undefined) continue;
      const why = `${route.what} of ${route.path} leads to a prediction in ${path}.`;
      return served(profile, why, [
        { path: route.path, line: route.line },
        { path, line },
      ]);
    }
  }
  return profile;
}

function served(profile: Profile, why: string, places: readonly Place[]): Profile {
  const shown = { value: true, why, places };
  const facts: Record<ProfileKey, Profile["facts"][ProfileKey]> = { ...profile.facts, serving: shown, online: shown };
  // Whoever serves is no package for others.
  if (facts.library.value === true) facts.library = { value: false, why, places: [] };
  return { ...profile, facts };
}
