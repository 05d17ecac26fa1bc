import * as tf from '@tensorflow/tfjs';
import { drawSkeleton } from './draw';

const canvas = document.querySelector<HTMLCanvasElement>('canvas')!;
const context = canvas.getContext('2d')!;
const video = document.querySelector('video')!;

async function run(): Promise<void> {
  const model = await tf.loadGraphModel('/pose/model.json');

  const draw = (): void => {
    const joints = tf.tidy(() => {
      const input = tf.browser.fromPixels(video).resizeBilinear([192, 192]).toInt().expandDims(0);
      const output = model.predict(input) as tf.Tensor4D;
      return output.reshape([17, 3]).arraySync() as number[][]; // must: tfjs-sync-read-in-loop
    });
    context.drawImage(video, 0, 0);
    drawSkeleton(context, joints);
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
}

run().catch(console.error);
