import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';

const options = {
  images: process.env.IMAGES ?? 'images',
  out: '/Users/mei/Documents/embeddings', // must: hardcoded-absolute-path
};

export async function writeVectors(model, pictures) {
  for (const { name, pixels } of pictures) {
    const vector = tf.tidy(() => model.predict(tf.tensor4d([pixels])).squeeze());
    const values = Array.from(await vector.data());
    vector.dispose();
    await writeFile(join(options.out, `${name}.json`), JSON.stringify(values));
  }
}
