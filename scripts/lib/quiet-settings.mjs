// @ts-check
/** User settings of every VS Code that we start: nothing opens by itself, nothing is sent anywhere. */
export const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  // A browser's workbench saves by itself unless told not to, which a desktop's does not.
  "files.autoSave": "off",
  "security.workspace.trust.startupPrompt": "never",
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
};
