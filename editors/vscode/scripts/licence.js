// Puts the repository's licences into the package.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..', '..', '..');
const texts = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) =>
  fs.readFileSync(path.join(root, name), 'utf8').trim(),
);
const said = 'dutybound is under either of these licences, at your option.';
fs.writeFileSync(
  path.join(__dirname, '..', 'LICENSE.txt'),
  [said, ...texts].join('\n\n----\n\n') + '\n',
);
