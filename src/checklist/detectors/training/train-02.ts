import { parentOf } from "../../../project/paths.js";
import type { Lock } from "../../../project/facts/file-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { type EnvironmentPart, partsOf } from "../../search/environment-parts.js";
import { installsOf } from "../../search/installs.js";

/** Is the environment of every part that trains or serves locked, and is the lock what gets installed? */
export const detector: Detector = (project) => {
  const { manifests, locks, languageVersions } = project.dependencies;
  const searched = [
    `${locks.length} locks and ${manifests.length} manifests (${[...manifests, ...locks.map(({ path }) => path)].join(", ") || "none"}).`,
    "Commands of CI and of images that install from a lock.",
  ];
  const parts = partsOf(project);
  if (parts.length === 0)
    return detected({ searched, forks: [{ question: "No code was found. What runs here, and what is locked?" }] });
  const found = parts.map((part) => judged(project, part));
  const pinned = languageVersions.some(({ isPinned }) => isPinned);
  return detected({
    evidence: [
      ...found.flatMap(({ evidence }) => evidence),
      ...languageVersions
        .filter(({ isPinned }) => isPinned)
        .map(({ path, line, text }): Evidence => {
          return { path, line, level: "L1", what: `The version of the language is pinned: ${text}`, rule: "language" };
        }),
    ],
    objections: found.flatMap(({ objections }) => objections),
    missing: [
      ...found.flatMap(({ missing }) => missing),
      ...(pinned
        ? []
        : ["Pin the version of the language: `.python-version`, `requires-python` with an end, or the image's tag."]),
    ],
    searched,
  });
};

interface Judged {
  readonly evidence: readonly Evidence[];
  readonly objections: readonly Objection[];
  readonly missing: readonly string[];
}

function judged(project: ChecklistProject, part: EnvironmentPart): Judged {
  if (part.locks.length > 0) return withLock(project, part, part.locks);
  const [first] = part.asked;
  const place = first ?? { path: part.absent ?? project.dependencies.manifests[0] ?? ".", line: 1 };
  const at = { path: place.path, line: place.line };
  const missing = [
    `Lock what the ${part.name} part needs (\`uv lock\`, \`pip-compile\`, \`npm install\`), and install from the lock in CI or in the image.`,
  ];
  // A package gives ranges to those who install it, and requirements beside it say what runs here.
  const pins = new Set(part.asked.filter(({ isPinned }) => isPinned).map(nameOf));
  const loose = part.asked.filter((one) => !pins.has(nameOf(one)));
  const isPinned = part.asked.length > 0 && loose.length * 2 < part.asked.length;
  if (!isPinned) {
    const what =
      first === undefined
        ? part.absent === undefined
          ? `the ${part.name} part names no dependencies`
          : `${part.absent} is no lock`
        : `nothing locks the ${part.name} part, and ${loose.length} of ${part.asked.length} dependencies are open: ${namesOf(loose)}`;
    return { evidence: [], objections: [{ ...at, allows: "fail", what, rule: "no-pins" }], missing };
  }
  const open = loose.length === 0 ? "" : `, but for ${namesOf(loose)}`;
  return {
    evidence: [
      {
        ...at,
        level: "L2",
        what: `${part.asked.length} dependencies of the ${part.name} part have one version${open}`,
        rule: "pins",
      },
    ],
    objections: [
      {
        ...at,
        allows: "partial",
        what: `the ${part.name} part pins what it asks for${open}, and no lock pins what that needs`,
        rule: "no-lock",
      },
    ],
    missing,
  };
}

/** Names that differ in case and in `-`, `_` and `.` name one package. */
function nameOf({ name }: EnvironmentPart["asked"][number]): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

function namesOf(asked: EnvironmentPart["asked"]): string {
  const names = asked.map(({ name }) => `\`${name}\``);
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

function withLock(project: ChecklistProject, part: EnvironmentPart, locks: readonly Lock[]): Judged {
  const evidence: Evidence[] = [];
  const objections: Objection[] = [];
  for (const lock of locks) {
    const [install] = [...installsOf(project, lock)].toSorted(
      (a, b) => Number(a.where === "image") - Number(b.where === "image"),
    );
    const at = { path: lock.path, line: 1 };
    evidence.push({
      ...at,
      level: "L2",
      what: `${lock.path} locks the ${part.name} part (${lock.tool})`,
      rule: "lock",
    });
    if (install !== undefined) {
      const { path, line, where, command } = install;
      const repeated = where === "ci" ? ({ level: "L3", repeatedBy: "ci" } as const) : ({ level: "L3" } as const);
      evidence.push({
        path,
        line,
        ...repeated,
        what: `\`${command}\` installs from ${lock.path}`,
        rule: "locked-install",
      });
    }
    if (lock.misses.length > 0) {
      const what = `${lock.path} does not hold ${lock.misses.map((name) => `\`${name}\``).join(", ")}, which ${lock.manifest ?? "its manifest"} asks for`;
      objections.push({ ...at, allows: "partial", what, rule: "stale-lock" });
    }
  }
  const [lock] = locks;
  const missing: string[] = [];
  if (lock !== undefined && !evidence.some(({ rule }) => rule === "locked-install")) {
    objections.push({
      path: lock.path,
      line: 1,
      allows: "partial",
      what: `neither CI nor an image installs from ${lock.path}`,
      rule: "unused-lock",
    });
    missing.push(`Install from ${lock.path} in CI and in the image: \`${commands[lock.tool]}\`.`);
  }
  return { evidence, objections: [...objections, ...contradictions(project, part, locks)], missing };
}

/** Requirements beside another tool's lock that were not exported from it: two truths about one environment. */
function contradictions(
  { dependencies }: ChecklistProject,
  { asked }: EnvironmentPart,
  locks: readonly Lock[],
): readonly Objection[] {
  const lock = locks.find(({ tool, ecosystem }) => ecosystem === "python" && tool !== "pip-tools" && tool !== "conda");
  if (lock === undefined) return [];
  const plain = dependencies.manifests.find(
    (path) =>
      /(?:^|\/)requirements[^/]*\.txt$/.test(path) &&
      parentOf(path) === parentOf(lock.path) &&
      asked.some((one) => one.path === path),
  );
  if (plain === undefined) return [];
  return [
    {
      path: plain,
      line: 1,
      allows: "partial",
      what: `${plain} stands beside ${lock.path} and is not exported from it`,
      rule: "two-managers",
    },
  ];
}

const commands: Readonly<Record<Lock["tool"], string>> = {
  ...{ uv: "uv sync --locked", poetry: "poetry install", pdm: "pdm sync", pipenv: "pipenv install --deploy" },
  ...{ conda: "conda-lock install", pixi: "pixi install --locked", "pip-tools": "pip install -r requirements.txt" },
  ...{ npm: "npm ci", yarn: "yarn install --immutable", pnpm: "pnpm install --frozen-lockfile", bun: "bun ci" },
};
