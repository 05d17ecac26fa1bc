/** The five things that a tracked run keeps. */
export const trackedKinds = [
  "parameters",
  "metrics",
  "an artefact",
  "the version of the code",
  "the version of the data",
] as const;
export type TrackedKind = (typeof trackedKinds)[number];

export interface Tracker {
  readonly id: string;
  /** Calls that start a run, or that make what starts one; without one of these, nothing is tracked. */
  readonly starts: RegExp;
  readonly logs: readonly (readonly [RegExp, readonly TrackedKind[]])[];
  /** What it keeps of a run by itself. */
  readonly byItself: readonly TrackedKind[];
  /** Its name in `report_to=`. */
  readonly reportName: string;
}

const all = ["parameters", "metrics", "an artefact"] as const;

/** Trackers, what starts a run of theirs, and which calls log what. Source: the documentation of each. */
export const trackers: readonly Tracker[] = [
  {
    id: "mlflow",
    starts:
      /^mlflow\.(?:start_run|set_experiment|(?:\w+\.)?autolog|MlflowClient)$|\.MLFlowLogger$|^keras\.callbacks\.MlflowCallback$|^mlflow\.\w+\.MlflowCallback$/,
    logs: [
      [/^mlflow\.(?:\w+\.)?autolog$/, all],
      [/(?:^mlflow|MlflowClient)\.log_params?$|\.MLFlowLogger$/, ["parameters"]],
      [/(?:^mlflow|MlflowClient)\.(?:log_metrics?|evaluate)$|\.MLFlowLogger$/, ["metrics"]],
      [/^mlflow\.(?:\w+\.)+log_model$|(?:^mlflow|MlflowClient)\.log_(?:artifacts?|model)$/, ["an artefact"]],
      [/^mlflow\.log_input$|^mlflow\.data\./, ["the version of the data"]],
    ],
    byItself: ["the version of the code"],
    reportName: "mlflow",
  },
  {
    id: "wandb",
    starts: /^wandb\.init$|\.(?:WandbLogger|WandbCallback|WandbMetricsLogger)$/,
    logs: [
      [/^wandb\.(?:Run\.)?config\.\w+$|\.WandbLogger$/, ["parameters"]],
      [/^wandb\.(?:Run\.)?log$|\.(?:WandbLogger|WandbCallback|WandbMetricsLogger)$/, ["metrics"]],
      [/^wandb\.(?:Run\.)?(?:log_artifact|log_model|save|link_model)$|\.WandbModelCheckpoint$/, ["an artefact"]],
      [/^wandb\.(?:Run\.)?use_artifact$/, ["the version of the data"]],
    ],
    byItself: ["the version of the code"],
    reportName: "wandb",
  },
  {
    id: "comet",
    starts: /^comet_ml\.(?:\w*Experiment|start|init)$|\.CometLogger$/,
    logs: [
      [/^comet_ml\..*\.log_parameters?$|\.CometLogger$/, ["parameters"]],
      [/^comet_ml\..*\.log_metrics?$|\.CometLogger$/, ["metrics"]],
      [/^comet_ml\..*\.log_(?:model|asset|artifact)$/, ["an artefact"]],
      [/^comet_ml\..*\.(?:get_artifact|log_dataset_hash|log_dataset_info)$/, ["the version of the data"]],
    ],
    byItself: ["the version of the code"],
    reportName: "comet_ml",
  },
  {
    id: "neptune",
    starts: /^neptune(?:\.\w+)*\.(?:init_run|Run|init)$|\.NeptuneLogger$/,
    logs: [
      [/^neptune\..*(?:log_configs)$|\.NeptuneLogger$/, ["parameters"]],
      [/^neptune\..*(?:log_metrics|append)$|\.NeptuneLogger$/, ["metrics"]],
      [/^neptune\..*\.upload$/, ["an artefact"]],
      [/^neptune\..*\.track_files$/, ["the version of the data"]],
    ],
    byItself: ["the version of the code"],
    reportName: "neptune",
  },
  {
    id: "clearml",
    starts: /^clearml\.Task\.(?:init|create)$/,
    logs: [
      [/^clearml\.Task\.(?:init|connect)$/, ["parameters"]],
      [/^clearml\..*report_(?:scalar|single_value)$/, ["metrics"]],
      [/^clearml\..*(?:upload_artifact|OutputModel)$/, ["an artefact"]],
      [/^clearml\.Dataset\.get$/, ["the version of the data"]],
    ],
    byItself: ["the version of the code"],
    reportName: "clearml",
  },
  {
    id: "aim",
    starts: /^aim\.(?:\w+\.)*(?:Run|AimLogger)$/,
    logs: [[/^aim\.(?:\w+\.)*Run\.track$|\.AimLogger$/, ["metrics"]]],
    byItself: ["the version of the code"],
    reportName: "aim",
  },
  {
    id: "dvclive",
    starts: /^dvclive\.(?:\w+\.)*(?:Live|DVCLive\w+)$/,
    logs: [
      [/^dvclive\..*\.log_params?$/, ["parameters"]],
      [/^dvclive\..*\.log_metric$|\.DVCLive\w+$/, ["metrics"]],
      [/^dvclive\..*\.log_artifact$/, ["an artefact"]],
    ],
    byItself: ["the version of the code", "the version of the data"],
    reportName: "dvclive",
  },
  {
    id: "tensorboard",
    starts:
      /\.SummaryWriter$|^keras\.callbacks\.TensorBoard$|^tensorflow\.summary\.create_file_writer$|\.TensorBoardLogger$|^@tensorflow\/tfjs\.node\.tensorBoard$/,
    logs: [
      [/\.SummaryWriter\.add_hparams$|\.TensorBoardLogger\.log_hyperparams$/, ["parameters"]],
      [
        /\.SummaryWriter\.add_scalars?$|^tensorflow\.summary\.scalar$|callbacks\.TensorBoard$|\.TensorBoardLogger$|\.node\.tensorBoard$/,
        ["metrics"],
      ],
    ],
    byItself: [],
    reportName: "tensorboard",
  },
];

/** Platforms that track what runs on them, whatever the code says. */
export const trackingPlatforms =
  /^(?:sagemaker|vertex\w*|azureml|databricks|determined|polyaxon|domino|floyd|platform|none of these)$/i;
