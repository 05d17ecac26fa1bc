import { callbacks, layers, loadLayersModel, sequential, type Tensor } from '@tensorflow/tfjs';

export async function teach(url: string, images: Tensor, labels: Tensor, classes: number): Promise<void> {
  const base = await loadLayersModel(url);
  for (const layer of base.layers) layer.trainable = false;

  const head = sequential();
  head.add(base);
  head.add(layers.flatten());
  head.add(layers.dense({ units: classes, activation: 'softmax' }));
  head.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });

  await head.fit(images, labels, {
    epochs: 12,
    validationSplit: 0.25,
    callbacks: callbacks.earlyStopping({ monitor: 'val_acc', patience: 3 }),
  });
  await head.save('localstorage://teachable');
}
