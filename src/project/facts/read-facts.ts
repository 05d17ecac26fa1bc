import { readCi } from "../ci/read-ci.js";
import type { FileSystem } from "../file-system.js";
import type { FormModule } from "../../syntax/form.js";
import { type CiFacts, ciFacts } from "./ci-facts.js";
import type { CodeFile } from "./code-facts.js";
import { linkCode } from "./code/link-code.js";
import { withToldGuards } from "./code/told-guards.js";
import { resolveImports } from "./code/resolve-imports.js";
import { readCompose } from "./compose.js";
import { readConfigs } from "./configs.js";
import { readDependencies } from "./dependencies.js";
import { readDockerfiles } from "./dockerfile.js";
import { readDocs } from "./docs.js";
import { entriesOf } from "./entries.js";
import type { UnreadFile } from "./fact-source.js";
import type { ComposeService, ConfigFile, Dependencies, Dockerfile, DocSection } from "./file-facts.js";
import type { KubernetesObject, PipelineStep, Reports, TestCase } from "./file-facts.js";
import { readKubernetes } from "./kubernetes.js";
import type { TextMemory } from "./per-text.js";
import { productPaths } from "./product-paths.js";
import { readPipelines } from "./pipelines/read-pipelines.js";
import { readReports } from "./reports.js";
import { testCases } from "./tests.js";
import { callGraph, wire } from "./wire.js";
import type { Wiring } from "./wiring.js";

/** What the files of a project say. All paths count from its root. */
export interface ProjectFacts {
  readonly code: readonly CodeFile[];
  readonly wiring: Wiring;
  readonly tests: readonly TestCase[];
  readonly ci: CiFacts;
  readonly configs: readonly ConfigFile[];
  readonly docs: readonly DocSection[];
  readonly dependencies: Dependencies;
  readonly pipelines: readonly PipelineStep[];
  /** What people run by a name, such as `make lint`, whether it is a step of a pipeline or not. */
  readonly tasks: readonly PipelineStep[];
  readonly dockerfiles: readonly Dockerfile[];
  readonly compose: readonly ComposeService[];
  readonly kubernetes: readonly KubernetesObject[];
  readonly reports: Reports;
  readonly unreadable: readonly UnreadFile[];
}

export interface FactsOptions {
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<string | undefined>;
  readonly form: (path: string) => Promise<FormModule | undefined>;
  /** Each file of code by itself, as `readCode` reads it. */
  readonly code: readonly CodeFile[];
  /** Files that tell continuous integration what to do although their places do not say so, by absolute path. */
  readonly ciFiles: readonly string[];
  /** The files of source code that train. */
  readonly training: readonly string[];
  readonly files: FileSystem;
  readonly root: string;
  /** What was made of texts before. */
  readonly memory?: TextMemory | undefined;
}

export async function readFacts(options: FactsOptions): Promise<ProjectFacts> {
  const { files, root, training } = options;
  const product = { ...options, paths: options.paths.filter(productPaths(options.paths)) };
  const code = withToldGuards(linkCode(options.code, await resolveImports(options.code, files, root)));
  const ci = ciFacts(await readCi({ files, root, extra: options.ciFiles }), root);
  const configs = await readConfigs(product);
  const docs = await readDocs(options);
  const pipelines = await readPipelines(product);
  const dockerfiles = await readDockerfiles(product);
  const dependencies = await readDependencies(options, dockerfiles.facts);
  const compose = await readCompose(product);
  const kubernetes = await readKubernetes(product);
  const reports = await readReports(options);
  const found = {
    ...{ code, ci, configs: configs.facts, pipelines: pipelines.facts, dockerfiles: dockerfiles.facts },
    ...{ compose: compose.facts, kubernetes: kubernetes.facts },
  };
  const graph = callGraph(code);
  const readings = [configs, docs, dependencies, pipelines, dockerfiles, compose, kubernetes, reports, ci];
  return {
    ...found,
    ...{ docs: docs.facts, dependencies: dependencies.facts, tasks: pipelines.tasks, reports },
    wiring: wire(graph, entriesOf({ ...found, training })),
    tests: testCases(code, graph, ci),
    unreadable: readings.flatMap(({ unreadable }) => unreadable),
  };
}
