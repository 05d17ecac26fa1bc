import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { textIn } from "./values.js";

type Source = Pick<ChecklistProject, "kubernetes" | "compose" | "configs" | "code" | "profile">;

/** What the project calls its services: the names and labels of what it deploys, of its packages and of their folders. */
export const ownNames = onceFor(({ kubernetes, compose, configs, profile }: Source): readonly string[] => {
  const found = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === "string" && value.length > 2 && !value.includes("{{")) found.add(plain(value));
  };
  for (const { kind, name, entries } of kubernetes) {
    if (!workloads.test(kind)) continue;
    add(name);
    for (const { key, value } of entries) {
      if (/(?:labels\.(?:app|app\.kubernetes\.io\/name|component)|containers\.\d+\.name)$/.test(key)) add(value);
    }
  }
  for (const { name } of compose) add(name);
  for (const { path, entries } of configs) {
    const names = /pyproject\.toml$/.test(path) ? projectNames : /package\.json$/.test(path) ? /^name$/ : undefined;
    for (const { key, value } of names === undefined ? [] : entries) if (names?.test(key) === true) add(value);
  }
  for (const { path } of profile.facts.serving.places) for (const folder of path.split("/").slice(0, -1)) add(folder);
  return [...found];
});

const projectNames = /^(?:project|tool\.poetry)\.name$/;
const workloads =
  /^(?:Deployment|StatefulSet|DaemonSet|Service|InferenceService|SeldonDeployment|RayService|HelmChart)$/;

/** The names of the metrics that the project's code makes. */
export function ownMetrics({ code }: Pick<Source, "code">): readonly string[] {
  return metricsIn(code);
}

const metricsIn = onceForEach(({ role, calls }: Source["code"][number]): readonly string[] =>
  role !== "source"
    ? []
    : calls.flatMap(({ name, positional, named }) => {
        if (!/^(?:Histogram|Counter|Gauge|Summary|Info|create_\w+)$/.test(name)) return [];
        const options = positional[0];
        const inOptions = options?.kind === "dict" ? options.entries.name : undefined;
        const text = textIn(named.name ?? inOptions ?? options);
        return text === undefined ? [] : [text.toLowerCase().replace(/_total$/, "")];
      }),
);

/**
 * Is something meant for another service? It is where it names services and none of them is the project's own. A project
 * that names none of its own may mean any.
 */
export function isForeign(selected: readonly string[], own: readonly string[]): boolean {
  const known = selected.filter((one) => !one.includes("{{") && !one.includes("$") && one !== "");
  if (known.length === 0 || own.length === 0) return false;
  return !known.some((one) => {
    const name = plain(one.replace(/[.*+^$()|\\]+$/g, ""));
    return own.some((other) => other.includes(name) || name.includes(other));
  });
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_.]/g, "-");
}
