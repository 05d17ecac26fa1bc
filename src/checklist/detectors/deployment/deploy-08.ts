import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { commandEvidence } from "../../search/commands.js";
import { callSearch, callsTo } from "../../search/code-evidence.js";
import { passagesOf } from "../../search/documents.js";
import { splitsOf } from "../../search/traffic.js";
import { argumentOf } from "../../search/values.js";

/** Can the previous model be restored fast, and was that rehearsed? */
export const detector: Detector = async (project) => {
  const scripted = await scriptedWays(project);
  const kept = versionsKept(project);
  const aborts = await automaticAborts(project);
  const drill = textOf(project.config, "rollback.lastDrill");
  const isComplete = (scripted.length > 0 || aborts.length > 0) && kept.length > 0;
  // Only both together make a way back.
  const evidence = [...aborts, ...scripted, ...kept].map((one, index): Evidence =>
    isComplete && index === 0 ? { ...one, level: "L3" } : { ...one, level: one.level === "L1" ? "L1" : "L2" },
  );
  const overwritten = kept.length > 0 ? [] : inPlace(project, scripted.length > 0);
  const runbook = passagesOf(project.docs, {
    heading: /roll(?:ing)?[- ]?back|revert|restore|go(?:ing)? back/i,
    leastWords: 8,
  });
  return detected({
    evidence: [
      ...evidence,
      ...runbook.map(({ path, line, heading }): Evidence => ({
        path,
        line,
        level: "L1",
        what: `"${heading}"`,
        rule: "runbook",
      })),
    ],
    objections: overwritten,
    missing: [
      ...(scripted.length + aborts.length === 0
        ? ["Write a command that brings the previous version back, such as `make rollback`."]
        : []),
      ...(kept.length === 0
        ? ["Give each version of the image or model a tag of its own, and keep the last ones."]
        : []),
      ...(isComplete && aborts.length === 0 && drill === undefined
        ? ["Rehearse it, and sign it or set `rollback.lastDrill`."]
        : []),
    ],
    forks:
      isComplete && aborts.length === 0 && drill === undefined
        ? [
            {
              question: "When was going back to the previous model last rehearsed?",
              at: evidence[0] && { path: evidence[0].path, line: evidence[0].line },
            },
          ].map(({ question, at }) => (at === undefined ? { question } : { question, at }))
        : [],
    searched: [
      "Commands, jobs and targets that roll back, tags of images and versions of a registry, and automatic aborts.",
    ],
    absent: "No command restores the previous model, and nothing keeps its versions.",
    closesAlone: isComplete && (aborts.length > 0 || drill !== undefined),
  });
};

async function scriptedWays(project: ChecklistProject): Promise<readonly Evidence[]> {
  const told = { what: "A command brings the previous version back", rule: "rollback" };
  const commands = await commandEvidence(project, rollbackCommand, told);
  const own = textOf(project.config, "rollback.command");
  const named =
    own === undefined
      ? undefined
      : project.tasks.find(({ system, name }) => own === `${system} ${name}` || own === `${system} run ${name}`);
  const targets = project.tasks.filter(
    (step) =>
      (step === named || /^(?:rollback|roll-back|restore-(?:model|previous)|revert-model)$/i.test(step.name)) &&
      step.commands.some((text) => !/^\s*@?echo\b/.test(text)),
  );
  const dispatched = project.configs.flatMap(({ path, entries }) => {
    const isManual = project.ci.paths.includes(path);
    const input = entries.find(({ key }) =>
      /^on\.workflow_dispatch\.inputs\.[\w-]*(?:version|tag|image|revision|digest|model|sha)[\w-]*\./i.test(key),
    );
    const deploys = project.ci.runs.some(
      (run) => run.path === path && /kubectl|helm|deploy|alias|terraform|gcloud|aws|compose/.test(run.command),
    );
    return isManual && input !== undefined && deploys
      ? [{ path, line: input.line, what: "A job deploys the version that it is given" }]
      : [];
  });
  const inCode = callsTo(project, {
    path: /set_registered_model_alias$|transition_model_version_stage$/,
    name: /^(?:set_registered_model_alias|transition_model_version_stage)$/,
  })
    .filter(({ file, call }) => /roll_?back|restore|revert|previous/i.test(`${call.within} ${file.path}`))
    .map(({ file, call }) => ({
      path: file.path,
      line: call.line,
      what: `\`${call.text}\` brings an earlier version back`,
    }));
  const places = [
    ...targets.map(({ path, line, name }) => ({
      path,
      line,
      what: `The target "${name}" brings the previous version back`,
    })),
    ...dispatched,
    ...inCode,
  ];
  return [...commands, ...places.map((place): Evidence => ({ ...place, level: "L2", rule: "rollback" }))];
}

const rollbackCommand =
  /\bhelm (?:\S+ )*rollback\b|\bkubectl (?:\S+ )*rollout undo\b|argo[- ]rollouts (?:\S+ )*(?:undo|abort)\b|\bargocd app rollback\b|\bflyctl? releases? rollback\b|gcloud run services update-traffic .*--to-revisions|\bheroku (?:\S+ )*rollback\b|\becs update-service .*--task-definition|deploy rollback|--(?:rollback|restore-previous)\b|roll_?back\.(?:py|sh)\b/;

/** Tags that stay, versions of a registry, and old sets of pods. */
function versionsKept(project: ChecklistProject): readonly Evidence[] {
  const rule = "versions";
  const registered = callsTo(project, {
    path: /^mlflow\..*(?:log_model|register_model)$|create_model_version$|^google\.cloud\.aiplatform\..*Model\.upload$|^bentoml\..*save_model$/,
  })
    .filter(({ call }) => call.name !== "log_model" || argumentOf(call, "registered_model_name") !== undefined)
    .map(({ file, call }): Evidence => ({
      path: file.path,
      line: call.line,
      level: "L2",
      what: `\`${call.text}\` gives each model a version`,
      rule,
    }));
  const pushed = project.ci.runs
    .filter(
      ({ command }) =>
        /^(?:docker|podman|buildah) (?:image )?(?:push|tag|build)\b|^docker buildx build/.test(command) &&
        /\$\{?\{?\s*[\w.]*(?:sha|SHA|tag|TAG|version|VERSION|ref_name|run_number)\b/.test(command),
    )
    .map(({ path, line }): Evidence => ({ path, line, level: "L2", what: "Each image has a tag of its own", rule }));
  const released = project.ci.runs
    .filter(({ command }) => /^(?:kustomize edit|kubectl (?:\S+ )*)\s*set image\b.*(?:@sha256:|@\$)/.test(command))
    .map(({ path, line }): Evidence => ({
      path,
      line,
      level: "L2",
      what: "Releases name images by their digest",
      rule,
    }));
  const byAction = project.ci.jobs.flatMap(({ actions }) =>
    actions
      .filter(
        ({ name, inputs }) =>
          /build-push-action/.test(name) && /sha|version|ref_name|steps\.meta|run_number/i.test(inputs.tags ?? ""),
      )
      .map(({ path, line }): Evidence => ({ path, line, level: "L2", what: "Each image has a tag of its own", rule })),
  );
  const tagged = project.kubernetes.flatMap(({ path, entries, kind }) =>
    entries
      .filter(
        ({ key, value }) =>
          (kind === "Kustomization"
            ? /^images\.\d+\.(?:newTag|digest)$/.test(key)
            : /containers\.\d+\.image$/.test(key)) && isFixed(String(value), kind === "Kustomization"),
      )
      .map(({ line, value }): Evidence => ({
        path,
        line,
        level: "L2",
        what: `The image ${String(value)} has a version`,
        rule,
      })),
  );
  return [...registered, ...pushed, ...released, ...byAction, ...tagged];
}

function isFixed(value: string, isTag: boolean): boolean {
  const tag = isTag ? value : (/@(sha256:\w+)$|:([^/:@]+)$/.exec(value)?.slice(1).find(Boolean) ?? "latest");
  return !/^(?:latest|stable|main|master|prod|production|staging|null)$/.test(tag);
}

const rollingBack = callSearch(({ named }) => JSON.stringify(named).includes("AutoRollbackConfiguration"));

/** What watches a release and takes it back by itself. */
async function automaticAborts(project: ChecklistProject): Promise<readonly Evidence[]> {
  const told = { what: "A release that fails is taken back by itself", rule: "automatic-abort" };
  const judged = splitsOf(project).filter(({ isJudged }) => isJudged);
  const calls = rollingBack(project.code);
  return [
    ...judged.map(({ path, line, what }): Evidence => ({
      path,
      line,
      level: "L2",
      what: `${what} and aborts by metrics`,
      rule: told.rule,
    })),
    ...(await commandEvidence(
      project,
      /\bhelm (?:\S+ )*(?:upgrade|install)\b.*(?:--atomic|--rollback-on-failure)/,
      told,
    )),
    ...calls.map(({ file, call }): Evidence => ({ path: file.path, line: call.line, level: "L2", ...told })),
  ];
}

/** An image that is called `latest` is another one tomorrow, and yesterday's has no name. */
function inPlace({ kubernetes, compose }: ChecklistProject, isScripted: boolean): readonly Objection[] {
  const allows = isScripted ? "partial" : "fail";
  const rule = "overwritten";
  const pods = kubernetes.flatMap(({ path, entries }) =>
    entries
      .filter(({ key, value }) => /containers\.\d+\.image$/.test(key) && /:latest$/.test(String(value)))
      .map(({ line, value }) => ({ path, line, value: String(value) })),
  );
  const services = compose.flatMap(({ path, line, image }) =>
    image !== undefined && /:latest$/.test(image) ? [{ path, line, value: image }] : [],
  );
  return [...pods, ...services].map(({ path, line, value }): Objection => ({
    path,
    line,
    allows,
    what: `${value} is overwritten in place`,
    rule,
  }));
}
