import * as tf from '@tensorflow/tfjs-node';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CLASSES = ['healthy', 'rust', 'mildew'];
const SIZE = 64;

function loadLeaves(root: string): { xs: tf.Tensor4D; ys: tf.Tensor2D } {
  const images: tf.Tensor3D[] = [];
  const labels: number[] = [];
  CLASSES.forEach((name, label) => {
    for (const file of readdirSync(join(root, name))) {
      const bytes = readFileSync(join(root, name, file));
      images.push(
        tf.tidy(() => tf.image.resizeBilinear(tf.node.decodeImage(bytes, 3) as tf.Tensor3D, [SIZE, SIZE]).div<tf.Tensor3D>(255)),
      );
      labels.push(label);
    }
  });
  const xs = tf.stack(images) as tf.Tensor4D;
  tf.dispose(images);
  const ys = tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), CLASSES.length) as tf.Tensor2D);
  return { xs, ys };
}

async function main(): Promise<void> {
  const { xs, ys } = loadLeaves('leaves');
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [SIZE, SIZE, 3], filters: 16, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.globalAveragePooling2d({}));
  model.add(tf.layers.dense({ units: CLASSES.length, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(xs, ys, { epochs: 20, batchSize: 16, validationSplit: 0.2 }); // must: tfjs-no-shuffle-before-split
  await model.save('file://./leaves-model');
}

void main();
