import { join } from "node:path";
import { runMocha } from "./run-mocha.js";

export function run(): Promise<void> {
  return runMocha(join(__dirname, "multi-root"));
}
