import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { commandKinds, docCommands } from "../../search/readme-commands.js";

/** Can somebody new run data, training, tests and serving from the README? */
export const detector: Detector = async (project) => {
  const path = readmeOf(project);
  const searched = [
    path === undefined
      ? "No README was found at the root."
      : `The blocks of code in ${path}, against files, targets, scripts and modules of the project.`,
  ];
  if (path === undefined)
    return detected({
      searched,
      missing: ["Write a README with the commands for set-up, data, training, tests and serving."],
    });
  const commands = await docCommands(project, path);
  const alive = commands.filter(({ dead }) => dead === undefined);
  const kinds = commandKinds;
  const evidence = kinds.flatMap((kind): readonly Evidence[] => {
    const found = alive.find((command) => command.kinds.includes(kind));
    return found === undefined
      ? []
      : [{ path, line: found.line, level: "L2", what: `${kind}: \`${found.text}\``, rule: "command" }];
  });
  const lacking = kinds.filter((kind) => !alive.some((command) => command.kinds.includes(kind)));
  const dead = commands.flatMap((command): readonly Objection[] =>
    command.dead === undefined
      ? []
      : [
          {
            path,
            line: command.line,
            allows: "partial",
            what: `\`${command.text}\` names \`${command.dead}\`, which is not there`,
            rule: "dead-command",
          },
        ],
  );
  const [first] = evidence;
  const incomplete: readonly Objection[] =
    first === undefined || lacking.length === 0
      ? []
      : [
          {
            path,
            line: first.line,
            allows: "partial",
            what: `no command for ${lacking.join(", ")}`,
            rule: "command-missing",
          },
        ];
  return detected({
    evidence,
    objections: [...dead, ...incomplete],
    missing: [
      ...lacking.map((kind) => `Say in ${path} which command does this: ${kind}.`),
      ...dead.map(({ what }) => `Mend the command: ${what}.`),
    ],
    searched,
  });
};

function readmeOf({ config, files }: ChecklistProject): string | undefined {
  const named = textOf(config, "docs.readme");
  if (named !== undefined) return files.includes(named) ? named : undefined;
  const found = files.filter((path) => /^(?:docs\/|\.github\/)?README(?:\.(?:md|rst|markdown|txt))?$/i.test(path));
  return found.find((path) => !path.includes("/")) ?? found[0];
}
