import * as tf from '@tensorflow/tfjs-node';

interface Step {
  state: tf.Tensor1D;
  action: number;
  reward: number;
}

/** Remembers the last steps of an agent; what falls out of the memory is given back. */
export class ReplayMemory {
  private readonly steps: Step[] = [];

  constructor(private readonly capacity: number) {}

  remember(observation: readonly number[], action: number, reward: number): void {
    const state = tf.tensor1d([...observation]);
    this.steps.push({ state, action, reward });
    if (this.steps.length > this.capacity) {
      const oldest = this.steps.shift();
      oldest?.state.dispose();
    }
  }

  states(): tf.Tensor2D {
    return tf.stack(this.steps.map((step) => step.state)) as tf.Tensor2D;
  }

  clear(): void {
    for (const { state } of this.steps) state.dispose();
    this.steps.length = 0;
  }
}

export function play(memory: ReplayMemory, world: { observe(): number[]; act(action: number): number }, steps: number): void {
  for (let i = 0; i < steps; i++) {
    const seen = world.observe();
    const action = i % 4;
    memory.remember(seen, action, world.act(action));
  }
}
