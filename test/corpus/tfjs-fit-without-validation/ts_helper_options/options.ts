import type { ModelFitArgs } from '@tensorflow/tfjs-node';

export function fitOptions(quick: boolean): ModelFitArgs {
  return { epochs: quick ? 2 : 40, batchSize: 128, verbose: quick ? 1 : 0 };
}
