const { readFileSync } = require('node:fs');

const USAGE = `usage: score FILE

  FILE   a table, for example /home/you/tables/today.csv or C:\\Users\\you\\today.csv
`;

// It used to be /home/anna/data.csv before the path became an argument.
const [, , path] = process.argv;
if (!path) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const rows = readFileSync(path, 'utf8').trim().split('\n');
console.log(`${rows.length} rows`);
