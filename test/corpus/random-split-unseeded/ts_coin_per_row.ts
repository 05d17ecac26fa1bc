import { readFileSync } from 'node:fs';
import { RandomForestClassifier } from 'ml-random-forest';

const TRAIN_SHARE = 0.75;

interface Loan {
  values: number[];
  repaid: 0 | 1;
}

const loans = JSON.parse(readFileSync('loans.json', 'utf8')) as Loan[];
const train: Loan[] = [];
const test: Loan[] = [];
for (const loan of loans) {
  (Math.random() < TRAIN_SHARE ? train : test).push(loan); // must: random-split-unseeded
}

const forest = new RandomForestClassifier({ seed: 3, nEstimators: 60 });
forest.train(
  train.map((loan) => loan.values),
  train.map((loan) => loan.repaid),
);
const answers = forest.predict(test.map((loan) => loan.values));
const right = answers.filter((answer, i) => answer === test[i]!.repaid).length;
console.log(`${right} of ${test.length} loans were told rightly`);
