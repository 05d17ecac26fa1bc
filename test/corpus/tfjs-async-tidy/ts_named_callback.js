import { browser, image, loadGraphModel, tidy } from '@tensorflow/tfjs';

const DEPTH_MODEL = '/models/depth/model.json';

export async function createDepthView(canvas) {
  const model = await loadGraphModel(DEPTH_MODEL);

  return async function show(picture) {
    await tidy('depth', async () => { // must: tfjs-async-tidy
      const pixels = browser.fromPixels(picture);
      const input = image.resizeBilinear(pixels, [256, 256]).toFloat().div(255).expandDims(0);
      const depth = model.predict(input).squeeze();
      const near = depth.min();
      const far = depth.max();
      await browser.toPixels(depth.sub(near).div(far.sub(near)), canvas);
    });
  };
}
