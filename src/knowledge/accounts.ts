/** Accounts that images and services have everywhere, and the placeholders of examples. */
export const sharedAccounts: ReadonlySet<string> = new Set([
  "jovyan",
  "sagemaker-user",
  "runner",
  "appuser",
  "app",
  "airflow",
  "mambauser",
  "vscode",
  "node",
  "docker",
  "user",
  "username",
  "you",
  "your_name",
  "yourname",
  "your-username",
  "me",
  "shared",
]);

/** Folders in which installers put their things on every machine with Windows. */
export const installedOnWindows =
  /^[A-Z]:(?:\\+|\/)(?:Program Files(?: \(x86\))?|ProgramData|Windows|NVIDIA|CUDA|msys(?:32|64)|cygwin(?:64)?|mingw(?:32|64)?)(?:\\+|\/)/i;
