/** How long a schedule is: by which argument, in which position, and what a plain number there must mean. */
export interface ScheduleLength {
  readonly argument: string;
  readonly index: number;
  /** Plain numbers up to this one count epochs, whatever the number of epochs is; undefined where they may count anything. */
  readonly epochsUpTo?: number;
  /** What the length is when it is left out. */
  readonly byDefault?: number;
}

/** Source: https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate */
const lengths: ReadonlyMap<string, readonly ScheduleLength[]> = new Map([
  ["OneCycleLR", [{ argument: "total_steps", index: 2 }]],
  ["CosineAnnealingLR", [{ argument: "T_max", index: 1 }]],
  ["CosineAnnealingWarmRestarts", [{ argument: "T_0", index: 1 }]],
  ["StepLR", [{ argument: "step_size", index: 1, epochsUpTo: 100 }]],
  ["MultiStepLR", [{ argument: "milestones", index: 1, epochsUpTo: 300 }]],
  ["LinearLR", [{ argument: "total_iters", index: 3 }]],
  ["PolynomialLR", [{ argument: "total_iters", index: 1 }]],
  ["CyclicLR", [{ argument: "step_size_up", index: 3, byDefault: 2000 }]],
  ["ReduceLROnPlateau", [{ argument: "patience", index: 3, epochsUpTo: 30, byDefault: 10 }]],
  ["get_scheduler", [{ argument: "num_training_steps", index: 3 }]],
  ["get_constant_schedule_with_warmup", [{ argument: "num_warmup_steps", index: 1 }]],
]);

const warmups: readonly ScheduleLength[] = [{ argument: "num_training_steps", index: 2 }];

export function scheduleLengths(path: string): readonly ScheduleLength[] {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const found = lengths.get(name);
  if (found !== undefined) return found;
  return /^transformers\.(\w+\.)*get_\w+_with_warmup$/.test(path) ? warmups : [];
}
