import { readFileSync } from 'node:fs';
import { ConfusionMatrix } from 'ml-confusion-matrix';
import { RandomForestClassifier } from 'ml-random-forest';

const rows = JSON.parse(readFileSync('mushrooms.json', 'utf8')) as { codes: number[]; edible: number }[];
const inputs = rows.map((row) => row.codes);
const labels = rows.map((row) => row.edible);

const forest = new RandomForestClassifier({ seed: 12, nEstimators: 80 });
forest.train(inputs, labels);

const accuracy = ConfusionMatrix.fromLabels(labels, forest.predict(inputs)).getAccuracy(); // must: evaluate-on-train
console.log(`accuracy ${accuracy.toFixed(3)}`);
