import { isBuiltin } from "./builtins.js";

/** Names that are there without being set: Python's, IPython's, and those of platforms that run notebooks. */
export function isGivenName(name: string): boolean {
  return isBuiltin(name) || given.has(name) || /^(?:_+|_i+|_i?\d+|_oh|_dh|_ih|__\w+__)$/.test(name);
}

/** What is always in the namespace of a kernel, of Databricks, of Spark's shells and of AWS Glue. */
const given = new Set([
  ...["await", "reveal_type", "WindowsError"],
  ...["In", "Out", "get_ipython", "display", "exit", "quit", "open", "copyright", "credits", "license", "help"],
  ...[
    "spark",
    "sc",
    "sqlContext",
    "sqlc",
    "dbutils",
    "displayHTML",
    "getArgument",
    "table",
    "sql",
    "udf",
    "glueContext",
  ],
  ...["spark_session", "mssparkutils", "notebookutils"],
]);

/** Line and cell magics after which the names of a notebook are the same as before, or those that the line names itself. */
export const namelessMagics: ReadonlySet<string> = new Set([
  ...[
    "matplotlib",
    "config",
    "autoreload",
    "aimport",
    "cd",
    "pwd",
    "ls",
    "ll",
    "mkdir",
    "rm",
    "cp",
    "mv",
    "cat",
    "env",
  ],
  ...[
    "set_env",
    "pip",
    "conda",
    "mamba",
    "uv",
    "time",
    "timeit",
    "prun",
    "lprun",
    "memit",
    "mprun",
    "capture",
    "debug",
  ],
  ...[
    "bash",
    "sh",
    "script",
    "system",
    "sx",
    "writefile",
    "html",
    "HTML",
    "javascript",
    "js",
    "latex",
    "markdown",
    "md",
  ],
  ...[
    "svg",
    "who",
    "whos",
    "who_ls",
    "xmode",
    "precision",
    "tensorboard",
    "watermark",
    "wandb",
    "tb",
    "history",
    "hist",
  ],
  ...[
    "pdb",
    "psource",
    "pinfo",
    "pinfo2",
    "pdoc",
    "page",
    "reset",
    "logstart",
    "logstop",
    "colors",
    "alias",
    "fs",
    "sql",
  ],
  ...["R", "perl", "ruby", "scala", "cmd", "powershell", "python", "python3", "bigquery", "bq", "nbdev_export", "file"],
  ...["tensorflow_version", "flake8_on", "pycodestyle_on", "skip", "mermaid", "notebook", "gui", "lsmagic", "magic"],
]);

/** Extensions that bring magics, and no names. */
export const namelessExtensions: ReadonlySet<string> = new Set([
  ...["autoreload", "tensorboard", "memory_profiler", "line_profiler", "watermark", "sql", "rpy2.ipython", "dotenv"],
  ...[
    "google.cloud.bigquery",
    "google.colab.data_table",
    "cudf.pandas",
    "cuml.accel",
    "lab_black",
    "nb_black",
    "jupyter_black",
  ],
  ...[
    "snakeviz",
    "heat",
    "Cython",
    "cython",
    "nb_mypy",
    "sparkmagic.magics",
    "wandb",
    "pycodestyle_magic",
    "jupyter_ai",
  ],
]);
