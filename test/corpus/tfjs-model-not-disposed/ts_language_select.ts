import * as tf from '@tensorflow/tfjs';

const select = document.querySelector<HTMLSelectElement>('#language')!;
const text = document.querySelector<HTMLTextAreaElement>('#text')!;
const verdict = document.querySelector<HTMLElement>('#verdict')!;

let model: tf.LayersModel | undefined;

select.addEventListener('change', async () => {
  verdict.textContent = 'Loading the model';
  model = await tf.loadLayersModel(`/toxicity/${select.value}/model.json`); // must: tfjs-model-not-disposed
  verdict.textContent = 'Ready';
});

function encode(words: string): number[] {
  const codes = Array.from(words.slice(0, 200), (letter) => letter.codePointAt(0)! % 256);
  return [...codes, ...Array<number>(200 - codes.length).fill(0)];
}

text.addEventListener('input', async () => {
  const loaded = model;
  if (!loaded) return;
  const output = tf.tidy(() => loaded.predict(tf.tensor2d([encode(text.value)])) as tf.Tensor);
  const [value] = await output.data();
  output.dispose();
  verdict.textContent = value! > 0.5 ? 'Please say it more kindly.' : 'Fine.';
});
