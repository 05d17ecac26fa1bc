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
  facts: Pick<ProjectFacts, "code" | "wiring" | "dependencies">,
  config: ChecklistConfig,
): Profile {
  return withServing(withTrainingRun(profile, facts), facts, config);
}

/** A package may hold code that trains and leave it to others to run: then nobody can tell here how they train. */
function withTrainingRun(
  profile: Profile,
  { code, wiring, dependencies }: Pick<ProjectFacts, "code" | "wiring" | "dependencies">,
): Profile {
  const { training } = profile.facts;
  const isPackage = dependencies.manifests.some((path) => /^(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(path));
  const isLoose = training.places.every(({ path, line }) => {
    const file = code.find((one) => one.path === path);
    const call = file?.calls.find((one) => one.line === line && one.within !== "" && one.within !== "__main__");
    if (file === undefined || call === undefined || file.role !== "source" || file.runsAlone) return false;
    return wiring.entriesOf(path, call.within).every(({ kind }) => kind === "training");
  });
  if (training.value !== true || !isPackage || !isLoose || training.places.length === 0) return profile;
  const why = `${training.why.replace(/\.$/, "")}, and nothing in this repository runs it.`;
  return { ...profile, facts: { ...profile.facts, training: { value: undefined, why, places: training.places } } };
}

function withServing(
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
