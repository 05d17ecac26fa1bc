import * as tf from '@tensorflow/tfjs';

/** Saves and loads that give no promise stand next to one that does. */
interface Settings {
  save(): void;
  load(): { rate: number };
}

const settings: Settings = {
  save: () => localStorage.setItem('rate', '0.01'),
  load: () => ({ rate: Number(localStorage.getItem('rate') ?? 0.01) }),
};

export async function showWeights(canvas: HTMLCanvasElement, model: tf.LayersModel): Promise<void> {
  const context = canvas.getContext('2d')!;
  context.save();
  context.scale(4, 4);
  const weights = model.getWeights()[0]!;
  const rows = (await weights.array()) as number[][];
  rows.forEach((row, y) =>
    row.forEach((value, x) => {
      context.fillStyle = value > 0 ? 'teal' : 'tomato';
      context.globalAlpha = Math.min(1, Math.abs(value));
      context.fillRect(x, y, 1, 1);
    }),
  );
  context.restore();
  settings.save();
  await model.save(`indexeddb://rate-${settings.load().rate}`);
}
