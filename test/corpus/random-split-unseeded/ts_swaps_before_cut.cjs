const { readFileSync, writeFileSync } = require('node:fs');

const [, , path, share = '0.8'] = process.argv;

function main() {
  const rows = readFileSync(path, 'utf8').trim().split('\n');
  const header = rows.shift();
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1)); // must: random-split-unseeded
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  const cut = Math.floor(rows.length * Number(share));
  writeFileSync('train.csv', [header, ...rows.slice(0, cut)].join('\n'));
  writeFileSync('test.csv', [header, ...rows.slice(cut)].join('\n'));
}

main();
