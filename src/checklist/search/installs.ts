import type { Lock } from "../../project/facts/file-facts.js";
import { nameOf } from "../../project/paths.js";
import type { Place } from "../evidence.js";
import type { ChecklistProject } from "../project.js";

/** A command of CI or of an image that installs what a lock says, and nothing else. */
export interface LockedInstall extends Place {
  readonly command: string;
  readonly where: "ci" | "image";
}

/** The commands that install from a lock. */
export function installsOf(project: ChecklistProject, lock: Lock): readonly LockedInstall[] {
  return commandsOf(project).filter(({ command }) => installs(command, lock));
}

function commandsOf({ ci, dockerfiles }: ChecklistProject): readonly LockedInstall[] {
  const ofCi = ci.runs.map(({ command, path, line }) => ({ command, path, line, where: "ci" as const }));
  const ofActions = ci.jobs.flatMap(({ actions }) =>
    actions.map(({ name, inputs, path, line }) => {
      return { command: `${name} ${Object.values(inputs).join(" ")}`, path, line, where: "ci" as const };
    }),
  );
  const ofImages = dockerfiles.flatMap(({ path, stages }) =>
    stages.flatMap(({ instructions }) => {
      // What the environment says of an installer holds for all commands after it.
      const switches = instructions.filter(({ name }) => name === "ENV").map(({ text }) => text);
      const isFrozen = switches.some((text) => /UV_(?:FROZEN|LOCKED)[= ]["']?(?:1|true)/i.test(text));
      return instructions.flatMap(({ name, text, line }) =>
        name !== "RUN"
          ? []
          : text.split(/&&|\|\||;|\n/).map((part) => {
              const command = part.replace(/--mount=\S+/g, "").trim();
              return { command: isFrozen ? `${command} --frozen` : command, path, line, where: "image" as const };
            }),
      );
    }),
  );
  return [...ofCi, ...ofActions, ...ofImages];
}

function installs(command: string, { tool, path }: Lock): boolean {
  const isNamed = command.includes(nameOf(path));
  switch (tool) {
    case "uv":
      return /\buv\b.*\b(?:sync|run|export)\b.*--(?:frozen|locked)\b/.test(command);
    case "poetry":
      return /\bpoetry\b.*\b(?:install|sync|export)\b/.test(command);
    case "pdm":
      return /\bpdm\b.*\b(?:sync|install\b.*--(?:frozen-lockfile|check|no-lock)|export)\b/.test(command);
    case "pipenv":
      return /\bpipenv\b.*\b(?:sync|install\b.*--(?:deploy|ignore-pipfile)|requirements)\b/.test(command);
    case "pixi":
      return /\bpixi\b.*\b(?:install|run|shell-hook)\b.*--(?:frozen|locked)\b|setup-pixi/.test(command);
    case "conda":
      return (
        /\bconda-lock\s+install\b/.test(command) ||
        (isNamed && /\b(?:conda|mamba|micromamba|setup-\w+)\b/.test(command))
      );
    case "pip-tools":
      return isNamed && /\b(?:pip3?|pip-sync|uv)\b/.test(command) && !/pip-compile|pip\s+compile/.test(command);
    case "npm":
      return /\bnpm\b.*\b(?:ci|clean-install)\b/.test(command);
    case "yarn":
      return /\byarn\b.*--(?:frozen-lockfile|immutable)\b/.test(command);
    case "pnpm":
      return /\bpnpm\b.*\b(?:install|i)\b.*--frozen-lockfile\b|\bpnpm\b.*\b(?:fetch|deploy)\b/.test(command);
    case "bun":
      return /\bbun\b.*\b(?:ci\b|install\b.*--frozen-lockfile)/.test(command);
  }
}
