import type { Detectors } from "../project.js";
import { silentBugs } from "./training/train-08.js";

/** The detectors there are, by the id of their item. An item that has none waits for a person. */
export const detectors: Detectors = new Map([["TRAIN-08", silentBugs]]);
