/** Functions and classes of scikit-learn (and of its likes) whose `test_size` or `train_size` is a share of the rows. */
export const partialSplits =
  /^(sklearn|cuml|dask_ml)\.(model_selection|cross_validation|preprocessing)\.(\w+\.)*(train_test_split|\w*ShuffleSplit)$/;

/** Calls by name of which an argument is the share of rows that is held out for validation. */
export const ratioArguments: readonly { readonly calls: RegExp; readonly argument: string }[] = [
  {
    calls: /^(fit|ImageDataGenerator|image_dataset_from_directory|text_dataset_from_directory)$/,
    argument: "validation_split",
  },
  { calls: /^fit$/, argument: "validationSplit" },
];
