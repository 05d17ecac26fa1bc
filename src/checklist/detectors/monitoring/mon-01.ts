import { isPresent, inParts } from "../../search/parts.js";
import { auditsOf, botsOf, partsToWatch } from "../../search/dependency-bots.js";
import { upstreamContracts } from "../../search/upstream-contracts.js";
import type { Evidence, Objection } from "../../evidence.js";
import type { Detector } from "../../project.js";

/** Do changes of dependencies and of upstream data reach the team? */
export const detector: Detector = (project) => {
  const parts = partsToWatch(project);
  const bots = botsOf(project);
  const useful = bots.filter(({ covers }) => parts.some(covers));
  const uncovered = parts.filter((part) => !bots.some(({ covers }) => covers(part)));
  const audits = auditsOf(project);
  const others = bots.filter((bot) => !useful.includes(bot)).map(({ evidence }) => evidence);
  const watched: readonly Evidence[] = [...useful.map(({ evidence }) => evidence), ...audits, ...others];
  const upstream = upstreamContracts(project);
  const [first] = watched.filter((evidence) => isPresent([evidence]));
  const objections: readonly Objection[] =
    first === undefined || uncovered.length === 0
      ? []
      : [
          {
            ...{ path: first.path, line: first.line, allows: "partial", rule: "part-not-watched" },
            what: `no bot watches the dependencies in ${uncovered.map(({ ecosystem, folder }) => [languages[ecosystem], folder].filter((one) => one !== undefined && one !== "").join(" of ")).join(" and ")}`,
          },
        ];
  return inParts(
    [
      {
        evidence: watched,
        absent: "nothing tells the team of new versions of its dependencies",
        missing: "Add `.github/dependabot.yml` with each ecosystem in use, or Renovate.",
      },
      {
        evidence: upstream,
        absent: "nothing notices that upstream data changes",
        missing:
          "Check the freshness or the contract of upstream data where it is read, and stop or alert when it is broken.",
      },
    ],
    {
      objections,
      missing:
        uncovered.length > 0 && watched.length > 0
          ? [`Let the bot watch ${uncovered.map(({ ecosystem }) => languages[ecosystem]).join(" and ")}.`]
          : [],
      searched: [
        "Dependabot, Renovate, pyup and audits in CI; dbt freshness, data contracts, schema registries and checks of age in code.",
      ],
    },
  );
};

const languages = { python: "Python", javascript: "JavaScript" } as const;
