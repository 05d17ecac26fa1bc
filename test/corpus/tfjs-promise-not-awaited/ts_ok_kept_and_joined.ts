import * as tf from '@tensorflow/tfjs-node';

interface Part {
  name: string;
  xs: tf.Tensor2D;
  ys: tf.Tensor2D;
}

function build(width: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [width], units: 8, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  return model;
}

const fitPart = (model: tf.Sequential, { xs, ys }: Part) => model.fit(xs, ys, { epochs: 10, validationSplit: 0.1 });

export async function trainEach(parts: readonly Part[]): Promise<void> {
  const models = parts.map((part) => build(part.xs.shape[1]));
  await Promise.all(models.map((model, i) => fitPart(model, parts[i]!)));

  const saves: Promise<unknown>[] = [];
  for (const [i, model] of models.entries()) {
    saves.push(model.save(`file://./models/${parts[i]!.name}`));
  }
  await Promise.all(saves);
  for (const model of models) model.dispose();
}

export async function trainWhileWaiting(part: Part, show: (text: string) => void): Promise<tf.Sequential> {
  const model = build(part.xs.shape[1]);
  const running = fitPart(model, part);
  show(`training ${part.name}`);
  const { history } = await running;
  show(`loss ${history['val_loss']?.at(-1)}`);
  return model;
}
