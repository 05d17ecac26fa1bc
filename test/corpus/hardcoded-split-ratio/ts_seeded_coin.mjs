import seedrandom from 'seedrandom';
import { SimpleLinearRegression } from 'ml-regression-simple-linear';

const rng = seedrandom('41');

export function fitAndScore(points) {
  const train = [];
  const test = [];
  for (const point of points) {
    if (rng() < 0.7) { // must: hardcoded-split-ratio
      train.push(point);
    } else {
      test.push(point);
    }
  }
  const line = new SimpleLinearRegression(
    train.map(({ x }) => x),
    train.map(({ y }) => y),
  );
  return line.score(
    test.map(({ x }) => x),
    test.map(({ y }) => y),
  );
}
