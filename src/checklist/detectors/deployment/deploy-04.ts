import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { imageMisses, isRuntimeImage } from "../../search/images.js";
import { actionsOf, notGating, runEvidence, runsOf } from "../../search/ci-evidence.js";

/** Is the runtime image reproducible and built by CI? */
export const detector: Detector = (project) => {
  const globs = textsOf(project.config, "docker.paths");
  const images = project.dockerfiles.filter(({ path }) =>
    globs.length > 0 ? matchesGlobs(globs, path) : isRuntimeImage(path),
  );
  const misses = images.flatMap((image) => imageMisses(project, image).map((miss) => ({ ...miss, path: image.path })));
  const told = { what: "CI builds the image", rule: "image-build" };
  const builds =
    images.length === 0
      ? []
      : [
          ...runsOf(project, buildCommand).map((run) => notGating(runEvidence(run, told))),
          // A build is followed into the image, whose steps are then what the job runs.
          ...project.ci.runs
            .filter(({ path, chain }) => images.some((image) => image.path === path || chain.includes(image.path)))
            .slice(0, 1)
            .map((run) => notGating(runEvidence(run, told))),
          ...actionsOf(project, buildAction).map((action) => notGating(runEvidence(action, told))),
        ];
  const environments = project.files.filter(
    (path) => environmentFile.test(path) && !/(?:^|\/)(?:docs?|examples?)\//.test(path),
  );
  const evidence: readonly Evidence[] = [
    ...images.map(({ path }): Evidence => ({
      path,
      line: 1,
      level: "L2",
      what: `The image of ${path}`,
      rule: "image",
    })),
    ...builds,
    ...environments.map((path): Evidence => ({
      path,
      line: 1,
      level: "L2",
      what: "The environment that it runs in",
      rule: "environment",
    })),
  ];
  const platform = project.files.find((path) => platformFile.test(path));
  return detected({
    evidence,
    objections: misses.map(({ path, line, what }): Objection => ({
      path,
      line,
      allows: "partial",
      what,
      rule: "image",
    })),
    missing: [
      ...misses.map(({ fix }) => fix),
      ...(images.length > 0 && builds.length === 0
        ? [`Build ${images[0]?.path ?? "the image"} in CI on each push.`]
        : []),
      ...(images.length === 0 ? ["Write a Dockerfile with a pinned base, and install from the lock file."] : []),
    ],
    forks:
      platform === undefined
        ? []
        : [
            {
              question: `Does the platform of ${platform} build the image from pinned versions?`,
              at: { path: platform, line: 1 },
            },
          ],
    searched: [
      `${project.dockerfiles.length} Dockerfiles (base, installation), ${environments.length} other environments, and CI jobs that build images.`,
    ],
  });
};

const buildCommand =
  /^(?:(?:docker|podman|nerdctl)(?: image)? build\b|docker buildx (?:build|bake)\b|docker[- ]compose\b.*\bbuild\b|docker[- ]compose\b.*\bup\b.*--build|buildah (?:bud|build)\b|kaniko|\/kaniko\/executor|executor --|ko (?:build|publish)\b|skaffold build|gcloud builds submit|az acr build|bentoml containerize|apptainer build|singularity build|nix build|repo2docker|jupyter-repo2docker|pack build)/;
const buildAction =
  /build-push-action|docker\/bake-action|kaniko|buildah-build|build-and-push|Docker@\d|ko-build\/setup-ko|docker\/build/i;
const environmentFile =
  /(?:^|\/)(?:conda-lock\.ya?ml|flake\.lock|[^/]+\.def|apptainer\.def|Singularity|bentofile\.ya?ml|cog\.ya?ml|environment\.ya?ml)$/;
const platformFile =
  /(?:^|\/)(?:app\.ya?ml|Procfile|vercel\.json|fly\.toml|render\.yaml|railway\.(?:json|toml)|nixpacks\.toml|space\.yaml|serverless\.ya?ml)$/;
