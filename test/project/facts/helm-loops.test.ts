import { deepEqual } from "node:assert/strict";
import { readKubernetes } from "../../../src/project/facts/kubernetes.js";
import { lines, sourceOf } from "./source-of.js";

const job = lines(
  "---",
  "apiVersion: batch/v1",
  "kind: CronJob",
  "metadata:",
  "  name: shop-{{ $name }}",
  "spec:",
  '  schedule: "{{ $when }}"',
  '  command: ["python", "-m", "jobs.{{ $name }}", "{{ $.Values.region }}"]',
);

describe("loops of Helm's templates", () => {
  it("give an object for each round of what the loop itself names", async () => {
    const text = `{{- range $name, $when := dict "drift" "0 4 * * *" "quality" "0 5 * * *" }}\n${job}{{- end }}\n`;
    deepEqual(await commandsOf(text), [
      ["shop-drift", "0 4 * * *", "jobs.drift", "{{ $.Values.region }}", 3],
      ["shop-quality", "0 5 * * *", "jobs.quality", "{{ $.Values.region }}", 3],
    ]);
  });

  it("know the values of a list by one name, by two, and by the dot", async () => {
    const names = async (head: string, name: string) =>
      (await commandsOf(`${head}\n${job.replaceAll("{{ $name }}", name)}{{- end }}\n`)).map(([first]) => first);
    deepEqual(await names('{{- range $job := list "a" "b" }}', "{{ $job }}"), ["shop-a", "shop-b"]);
    deepEqual(await names('{{ range $at, $job := tuple "a" "b" -}}', "{{ $job }}-{{ $at }}"), ["shop-a-0", "shop-b-1"]);
    deepEqual(await names('{{ range (list "a" "b") }}', "{{ . | quote }}"), ["shop-a", "shop-b"]);
  });

  it("leave as it is what goes through a chart's values, and what stands in no loop", async () => {
    const asWritten = [["shop-{{ $name }}", "{{ $when }}", "jobs.{{ $name }}", "{{ $.Values.region }}", 3]];
    deepEqual(await commandsOf(`{{- range $name, $when := .Values.jobs }}\n${job}{{- end }}\n`), asWritten);
    deepEqual(await commandsOf(`{{- range $other := list "a" "b" }}\n${job}{{- end }}\n`), asWritten);
  });
});

async function commandsOf(text: string) {
  const { facts } = await readKubernetes(sourceOf({ "chart/templates/jobs.yaml": text }));
  return facts.map(({ name, line, entries }) => {
    const at = (key: string) => entries.find((entry) => entry.key === key)?.value;
    return [name, at("spec.schedule"), at("spec.command.2"), at("spec.command.3"), line];
  });
}
