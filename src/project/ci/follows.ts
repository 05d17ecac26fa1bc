import type { Follow } from "./follow.js";
import { followMake } from "./hops/make.js";
import { followShellScript } from "./hops/shell-script.js";

/** Everything that can lead from a command to others; the first that knows a command takes it. */
export const follows: readonly Follow[] = [followMake, followShellScript];
