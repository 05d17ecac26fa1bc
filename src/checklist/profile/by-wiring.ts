import type { ChecklistConfig } from "../../engine/checklist-config.js";
import type { ProjectFacts } from "../../project/facts/read-facts.js";
import type { Place } from "../evidence.js";
import { predictRoutes } from "../search/predict-routes.js";
import type { Profile, ProfileKey } from "./profile.js";
import { predictions } from "./signs.js";

/**
 * The profile with what only shows when files are seen together: a route whose prediction is made in another file serves.
 * What the files showed one by one stays.
 */
export function withWiring(
  profile: Profile,
  { code, wiring }: Pick<ProjectFacts, "code" | "wiring">,
  config: ChecklistConfig,
): Profile {
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
  // A queue or a store may stand between the route and the model, so that no call leads from one to the other.
  const [named] = hasModel(profile, code) ? predictRoutes({ code, config }) : [];
  if (named === undefined) return profile;
  const { route, file, line } = named;
  return served(profile, `${route} of ${file.path} answers with what a model says.`, [{ path: file.path, line }]);
}

function hasModel({ facts }: Profile, code: ProjectFacts["code"]): boolean {
  if (facts.training.value === true || facts.deepLearning.value === true || facts.batch.value === true) return true;
  return code.some(({ role, imports }) => role === "source" && imports.some(({ module }) => engines.test(module)));
}

/** Libraries that run a model which somebody else trained. */
const engines =
  /^(?:llama_cpp|vllm|sglang|mlx_lm|mlx_vlm|ctranslate2|onnxruntime|openvino|tritonclient|exllamav2|gpt4all|tflite_runtime|onnxruntime-(?:node|web)|node-llama-cpp)(?:[./]|$)/;

function served(profile: Profile, why: string, places: readonly Place[]): Profile {
  const shown = { value: true, why, places };
  const facts: Record<ProfileKey, Profile["facts"][ProfileKey]> = { ...profile.facts, serving: shown, online: shown };
  // Whoever serves is no package for others.
  if (facts.library.value === true) facts.library = { value: false, why, places: [] };
  return { ...profile, facts };
}
