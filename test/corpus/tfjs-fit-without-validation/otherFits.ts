/** Things with a method `fit` that have nothing to do with networks. */
import * as tf from '@tensorflow/tfjs';

interface Box {
  width: number;
  height: number;
}

class Layout {
  fit(box: Box, into: Box, options: { margin: number }): number {
    return Math.min(into.width / box.width, into.height / box.height) - options.margin;
  }
}

class LinearFit {
  slope = 0;

  fit(xs: readonly number[], ys: readonly number[]): this {
    const top = tf.tidy(() => tf.sum(tf.mul(tf.tensor1d([...xs]), tf.tensor1d([...ys]))).arraySync() as number);
    const bottom = xs.reduce((sum, x) => sum + x * x, 0);
    this.slope = top / bottom;
    return this;
  }
}

const layout = new Layout();
console.log(layout.fit({ width: 3, height: 4 }, { width: 30, height: 30 }, { margin: 1 }));
console.log(new LinearFit().fit([1, 2, 3], [2, 4, 6]).slope);
