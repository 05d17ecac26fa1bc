import { explainCommand, showModelCommand } from "../protocol.js";
import { runChecklistCommand, showItemCommand } from "../protocol-checklist.js";

/** Every command of the manifest; the extension's table has exactly these keys, and a test compares them with package.json. */
export const commandIds = [
  "mlPreflight.restart",
  "mlPreflight.showLog",
  "mlPreflight.openConfig",
  explainCommand,
  showModelCommand,
  "mlPreflight.openGuide",
  "mlPreflight.searchGuide",
  "mlPreflight.chooseRole",
  "mlPreflight.nextReading",
  "mlPreflight.showTools",
  "mlPreflight.filterLifecycle",
  "mlPreflight.showAllStages",
  "mlPreflight.checkFiles",
  "mlPreflight.haltChecks",
  "mlPreflight.openReading",
  "mlPreflight.openReadingBeside",
  "mlPreflight.markRead",
  "mlPreflight.markUnread",
  "mlPreflight.toggleDone",
  "mlPreflight.writeNote",
  "mlPreflight.showAnswer",
  "mlPreflight.openToolSite",
  "mlPreflight.pageBefore",
  runChecklistCommand,
  showItemCommand,
] as const;
export type CommandId = (typeof commandIds)[number];
