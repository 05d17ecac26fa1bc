// main
import * as tf from '@tensorflow/tfjs';
import { toBatch } from './prepare.js';

export interface Answer {
  label: string;
  share: number;
}

export async function classifyAll(
  model: tf.LayersModel,
  images: readonly HTMLImageElement[],
  labels: readonly string[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const image of images) {
    const batch = toBatch(image);
    const scores = model.predict(batch) as tf.Tensor2D;
    const values = Array.from(await scores.data());
    tf.dispose({ batch, scores });
    const share = Math.max(...values);
    answers.push({ label: labels[values.indexOf(share)] ?? 'unknown', share });
  }
  return answers;
}
