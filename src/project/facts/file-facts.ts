/** A file of settings: YAML, TOML, JSON, INI, .env, Hydra's groups; data files and locks are none. */
export interface ConfigFile {
  readonly path: string;
  readonly format: "yaml" | "toml" | "json" | "ini" | "env";
  /** Every scalar, by the keys that lead to it: `trainer.max_epochs`; items of lists by number: `stages.0.cmd`. */
  readonly entries: readonly ConfigEntry[];
}

export interface ConfigEntry {
  readonly key: string;
  readonly value: string | number | boolean | null;
  readonly line: number;
}

/** A heading of a Markdown or reStructuredText file with what stands under it, up to the next heading of any level. */
export interface DocSection {
  readonly path: string;
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  /** Without code blocks, comments, badges and front matter. */
  readonly text: string;
  readonly words: number;
  /** Placeholder text of a template: marks of open work, lorem ipsum, cookiecutter's sentences, "More information needed". */
  readonly isTemplate: boolean;
  /** The blocks of code under it. */
  readonly code: readonly { readonly language: string; readonly text: string; readonly line: number }[];
  /** Boxes to tick: `- [x]`. */
  readonly boxes: { readonly ticked: number; readonly open: number };
  /** What stands in YAML before the text, as in the card of a model; at the first section of a file alone. */
  readonly frontMatter?: readonly ConfigEntry[];
}

/** A dependency that a manifest asks for. */
export interface Dependency {
  readonly name: string;
  readonly ecosystem: "python" | "javascript";
  /** As written after the name: `>=1.4,<2`, `==1.4.0`, `^4.1.0`; empty when nothing is said. */
  readonly specifier: string;
  /** To one version, hash, commit or file. */
  readonly isPinned: boolean;
  readonly hasHash: boolean;
  readonly isDevelopment: boolean;
  readonly path: string;
  readonly line: number;
}

/** A lock file, or a requirements file that a tool compiled. */
export interface Lock {
  readonly path: string;
  readonly tool: "uv" | "poetry" | "pdm" | "pipenv" | "conda" | "pixi" | "pip-tools" | "npm" | "yarn" | "pnpm" | "bun";
  readonly ecosystem: "python" | "javascript";
  /** The manifest that it locks. */
  readonly manifest: string | undefined;
  /** The names that the manifest asks for and the lock does not hold. */
  readonly misses: readonly string[];
}

export interface Dependencies {
  readonly manifests: readonly string[];
  readonly declared: readonly Dependency[];
  readonly locks: readonly Lock[];
  /** Where the version of the language is said: `.python-version`, `requires-python`, `engines.node`, an image's tag. */
  readonly languageVersions: readonly {
    readonly path: string;
    readonly line: number;
    readonly text: string;
    readonly isPinned: boolean;
  }[];
}

export interface Dockerfile {
  readonly path: string;
  readonly stages: readonly DockerStage[];
}

export interface DockerStage {
  readonly name: string | undefined;
  readonly line: number;
  /** With the values of build arguments that have a default. */
  readonly image: string;
  /** A part that only the build knows stays as written: `${VERSION}`. */
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** Is the image another stage of the file? */
  readonly isStage: boolean;
  readonly instructions: readonly { readonly name: string; readonly text: string; readonly line: number }[];
  /** Also where a stage that it begins with says so. */
  readonly user: string | undefined;
  readonly hasHealthcheck: boolean;
}

/** A service of a compose file. */
export interface ComposeService {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly image: string | undefined;
  /** The Dockerfile that it is built from. */
  readonly builds: string | undefined;
  readonly command: string | undefined;
  readonly hasHealthcheck: boolean;
  readonly entries: readonly ConfigEntry[];
}

/** An object of Kubernetes, read as text first because Helm's templates are no YAML: keys by indentation, `{{ }}` kept. */
export interface KubernetesObject {
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string | undefined;
  readonly isTemplate: boolean;
  /** Scalars by their keys, as in a `ConfigFile`: `spec.template.spec.containers.0.livenessProbe.httpGet.path`. */
  readonly entries: readonly ConfigEntry[];
}

/** A step of a declared pipeline: a stage of DVC, a task of a DAG, a rule of Snakemake, a target of make with prerequisites. */
export interface PipelineStep {
  readonly system:
    | "dvc"
    | "make"
    | "snakemake"
    | "airflow"
    | "prefect"
    | "dagster"
    | "kfp"
    | "kedro"
    | "metaflow"
    | "zenml"
    | "luigi"
    | "argo"
    | "mlflow"
    | "azureml"
    | "tfx"
    | "just"
    | "task"
    | "npm"
    | "nox";
  readonly path: string;
  readonly line: number;
  readonly name: string;
  /** The commands, as written. */
  readonly commands: readonly string[];
  /** Files of the project that it runs, and functions: `src/train.py`, `dags/daily.py#train`. */
  readonly runs: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Steps of the same pipeline that it waits for. */
  readonly needs: readonly string[];
  /** Cron text or words, where it comes back by itself. */
  readonly schedule: string | undefined;
  /** `on_failure_callback`, `notify`, where a failure is told. */
  readonly tellsFailure: boolean;
}

/** A test that a runner would collect. */
export interface TestCase {
  readonly path: string;
  readonly line: number;
  /** As in `FunctionFact`. */
  readonly name: string;
  /** Why it never runs. */
  readonly skipped: string | undefined;
  /** Assertions that can fail: `assert`, `self.assertX`, `pytest.raises`, `np.testing`, `expect(...)`, also in the project's helpers that it calls. */
  readonly assertions: readonly {
    readonly line: number;
    readonly text: string;
    readonly mentions: readonly string[];
  }[];
  /** The project's files and functions that it reaches: `src/features.py`, `src/features.py#scale`. */
  readonly reaches: readonly string[];
  /** What runs it in CI. */
  readonly run:
    | { readonly isGating: boolean; readonly isAutomatic: boolean; readonly path: string; readonly line: number }
    | undefined;
}

/** Reports that lie in the project, if any; see `docs/checklist.md`. They say what once ran, somewhere, not that anything runs it again. */
export interface Reports {
  readonly junit: readonly TestReport[];
  readonly coverage: readonly CoverageReport[];
  readonly optuna: readonly StudyStore[];
  readonly mlflow: readonly TrackedRuns[];
  readonly wandb: readonly TrackedRuns[];
  readonly dvcLock: readonly DvcLock[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

export interface TestReport {
  readonly path: string;
  readonly tests: number;
  /** With those that broke before they could fail. */
  readonly failures: number;
  readonly skipped: number;
  /** Names of those that failed, the first of them. */
  readonly failed: readonly string[];
}

export interface CoverageReport {
  readonly path: string;
  readonly files: readonly CoveredFile[];
}

export interface CoveredFile {
  /** From the root of the project where the project has such a file, else as written. */
  readonly path: string;
  /** Lines that can run; undefined where the report tells only those that ran. */
  readonly lines: number | undefined;
  readonly covered: number;
}

/** A database of Optuna. */
export interface StudyStore {
  readonly path: string;
  readonly studies: readonly {
    readonly name: string;
    /** Those that came to an end, stopped early or not. */
    readonly trials: number;
    readonly params: readonly string[];
  }[];
}

/** What a tracker of experiments left on the disk. */
export interface TrackedRuns {
  readonly path: string;
  readonly runs: number;
  readonly metrics: readonly string[];
  readonly params: readonly string[];
  /** Does a run say of which commit its code was? */
  readonly hasCommit: boolean;
}

/** What `dvc repro` wrote down: the hashes of what each stage read and wrote. */
export interface DvcLock {
  readonly path: string;
  readonly stages: readonly string[];
  /** Files and folders with a hash. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}
