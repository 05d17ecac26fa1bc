import { strict as assert } from "node:assert";
import type { KubernetesObject } from "../../../src/project/facts/file-facts.js";
import { readKubernetes } from "../../../src/project/facts/kubernetes.js";
import { lines, sourceOf } from "./source-of.js";

const deployment = lines(
  "apiVersion: apps/v1",
  "kind: Deployment",
  "metadata:",
  "  name: api",
  "spec:",
  "  replicas: 2",
  "  template:",
  "    spec:",
  "      containers:",
  "      - name: api",
  '        image: "api:1.2"   # the model',
  "        args: [--port, '8080']",
  "        # livenessProbe: {httpGet: {path: /health}}",
  "        readinessProbe:",
  "          httpGet:",
  "            path: /ready",
  "            port: 8080",
  "      - name: side",
  "        resources: {limits: {cpu: 1}}",
);

describe("facts of Kubernetes manifests", () => {
  it("reads plain YAML, with lists that stand as deep as their key", async () => {
    const [object] = await objectsOf({ "k8s/api.yaml": deployment });
    assert.deepEqual(
      [object?.kind, object?.apiVersion, object?.name, object?.isTemplate, object?.line],
      ["Deployment", "apps/v1", "api", false, 1],
    );
    assert.deepEqual(valuesIn(object, "spec.template"), expected);
  });

  it("reads the same by indentation when an action makes it no YAML", async () => {
    const [object] = await objectsOf({ "templates/api.yaml": `{{- if .Values.on }}\n${deployment}{{- end }}\n` });
    assert.equal(object?.isTemplate, true);
    assert.deepEqual(valuesIn(object, "spec.template"), expected);
    assert.equal(object.line, 2);
  });

  it("keeps what only Helm knows, and both ways of a decision", async () => {
    const [object] = await objectsOf({
      "templates/deployment.yaml": lines(
        "{{- /* kind: Comment",
        "apiVersion: none */ -}}",
        'apiVersion: {{ include "app.api" . }}',
        "kind: Deployment",
        "metadata:",
        '  name: {{ include "app.name" . }}-web',
        "  labels:",
        '    {{- include "app.labels" . | nindent 4 }}',
        '    {{ .Values.label }}: "on"',
        "spec:",
        "  {{- if not .Values.autoscaling.enabled }}",
        "  replicas: {{ .Values.replicas }}",
        "  {{- else }}",
        "  minReadySeconds: 5",
        "  {{- end }}",
        "  containers:",
        "    - name: web",
        '      image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"',
        "      {{- with .Values.livenessProbe }}",
        "      livenessProbe:",
        "        {{- toYaml . | nindent 8 }}",
        "      {{- end }}",
        "      ports:",
        "        {{- range .Values.ports }}",
        "        - containerPort: {{ . }}",
        "        {{- end }}",
      ),
    });
    assert.deepEqual(
      [object?.apiVersion, object?.name],
      ['{{ include "app.api" . }}', '{{ include "app.name" . }}-web'],
    );
    assert.deepEqual(valuesIn(object, ""), {
      apiVersion: '{{ include "app.api" . }}',
      kind: "Deployment",
      "metadata.name": '{{ include "app.name" . }}-web',
      "metadata.labels": '{{- include "app.labels" . | nindent 4 }}',
      "metadata.labels.{{ .Values.label }}": "on",
      "spec.replicas": "{{ .Values.replicas }}",
      "spec.minReadySeconds": 5,
      "spec.containers.0.name": "web",
      "spec.containers.0.image": "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}",
      "spec.containers.0.livenessProbe": "{{- toYaml . | nindent 8 }}",
      "spec.containers.0.ports.0.containerPort": "{{ . }}",
    });
    assert.equal(object?.entries.find(({ key }) => key.endsWith("livenessProbe"))?.line, 21);
  });

  it("reads blocks of text, values of several lines and actions of several lines", async () => {
    const [object] = await objectsOf({
      "a.yaml": lines(
        "kind: ConfigMap",
        "apiVersion: v1",
        "data:",
        "  run.sh: |-",
        "    #!/bin/sh",
        "    kind: no key",
        "    python train.py",
        "  args: [a,",
        "    b: c]",
        "  other: {{ tpl",
        "    .Values.other . }}",
        "  text: one",
        "    two",
        "  empty:",
        "  none: {}",
      ),
    });
    assert.deepEqual(valuesIn(object, "data"), {
      "data.run.sh": "#!/bin/sh\nkind: no key\npython train.py",
      "data.args.0": "a",
      "data.args.1.b": "c",
      "data.other": "{{ tpl .Values.other . }}",
      "data.text": "one two",
      "data.empty": null,
      "data.none": null,
    });
  });

  it("splits documents and lists, with the line of each", async () => {
    const objects = await objectsOf({
      "all.yaml": lines(
        "kind: Service",
        "apiVersion: v1",
        "---",
        "# nothing",
        "---",
        "apiVersion: v1",
        "kind: List",
        "items:",
        "  - kind: CronJob",
        "    apiVersion: batch/v1",
        "    spec: {schedule: '0 3 * * *'}",
        "  - kind: PodDisruptionBudget",
        "    apiVersion: policy/v1",
      ),
      "templates/both.yaml": lines(
        "kind: Service",
        "apiVersion: v1",
        "x: {{ .y }}",
        "--- # second",
        "kind: Ingress",
        "apiVersion: v1",
      ),
    });
    assert.deepEqual(
      objects.map(({ kind, line }) => [kind, line]),
      [
        ["Service", 1],
        ["CronJob", 9],
        ["PodDisruptionBudget", 12],
        ["Service", 1],
        ["Ingress", 5],
      ],
    );
    assert.equal(objects[1]?.entries.find(({ key }) => key === "spec.schedule")?.value, "0 3 * * *");
  });

  it("knows no object by keys that stand deeper, in comments, or in a template of a project", async () => {
    const objects = await objectsOf({
      "a.yaml": "spec:\n  kind: Deployment\n  apiVersion: v1\n",
      "b.yaml": "# kind: Deployment\n# apiVersion: v1\nx: 1\n",
      "c.yaml": "text: |\n  x\n  kind: Pod\napiVersion: v1\n",
      "{{cookiecutter.name}}/d.yaml": "kind: Pod\napiVersion: v1\n",
    });
    assert.deepEqual(objects, []);
  });

  it("names the kinds of files that say none", async () => {
    const objects = await objectsOf({
      "base/kustomization.yaml": "resources: [api.yaml]\n",
      "chart/Chart.yaml": "apiVersion: v2\nname: web\n",
      "chart/values.yaml": "autoscaling:\n  enabled: true\n",
      "chart/values-prod.yaml": "replicas: 3\n",
      "other/values.yaml": "replicas: 3\n",
    });
    assert.deepEqual(
      objects.map(({ path, kind, name }) => [path, kind, name]),
      [
        ["base/kustomization.yaml", "Kustomization", undefined],
        ["chart/Chart.yaml", "HelmChart", "web"],
        ["chart/values-prod.yaml", "HelmValues", undefined],
        ["chart/values.yaml", "HelmValues", undefined],
      ],
    );
    assert.deepEqual(objects[3]?.entries, [{ key: "autoscaling.enabled", value: true, line: 2 }]);
  });

  for (const text of [
    "a: &a [*a]",
    "- - - -\n-",
    "x: {{",
    '"a\n: |',
    "\t\t: :",
    `${"- ".repeat(5000)}a`,
    "[".repeat(5000),
    "x: [[[[{{ }}",
  ]) {
    it(`survives ${JSON.stringify(text.slice(0, 20))}`, async () => {
      const objects = await objectsOf({ "a.yaml": `kind: Pod\napiVersion: v1\n${text}\n` });
      assert.equal(objects.length, 1);
    });
  }

  it("survives many aliases of aliases", async () => {
    const levels = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
    const objects = await objectsOf({ "a.yaml": lines("kind: Pod", "apiVersion: v1", "a0: &a0 x", ...levels) });
    assert.ok(objects.length === 1 && objects[0]!.entries.length <= 5000);
  });
});

const expected = {
  "spec.template.spec.containers.0.name": "api",
  "spec.template.spec.containers.0.image": "api:1.2",
  "spec.template.spec.containers.0.args.0": "--port",
  "spec.template.spec.containers.0.args.1": "8080",
  "spec.template.spec.containers.0.readinessProbe.httpGet.path": "/ready",
  "spec.template.spec.containers.0.readinessProbe.httpGet.port": 8080,
  "spec.template.spec.containers.1.name": "side",
  "spec.template.spec.containers.1.resources.limits.cpu": 1,
};

async function objectsOf(files: Readonly<Record<string, string>>): Promise<readonly KubernetesObject[]> {
  const { facts, unreadable } = await readKubernetes(sourceOf(files));
  assert.deepEqual(unreadable, []);
  return facts;
}

function valuesIn(object: KubernetesObject | undefined, prefix: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (object?.entries ?? []).filter(({ key }) => key.startsWith(prefix)).map(({ key, value }) => [key, value]),
  );
}
