'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { find, notFound } = require('../src/find');

/** A folder with these programs in it. */
function machine(t, ...programs) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dutybound-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  for (const program of programs) {
    const file = path.join(folder, program);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '', { mode: 0o755 });
  }
  return folder;
}

test('the environment of the Python extension comes first, then the workspace’s, then the PATH', (t) => {
  const folder = machine(t, 'conda/bin/dutybound', 'work/.venv/bin/dutybound', 'bin/dutybound');
  const places = {
    folders: [path.join(folder, 'work')],
    python: path.join(folder, 'conda/bin/python'),
    searchPath: ['/nowhere', path.join(folder, 'bin')].join(path.delimiter),
  };
  const found = () => path.relative(folder, find(places, 'linux') ?? folder);
  assert.equal(found(), path.join('conda', 'bin', 'dutybound'));
  places.python = undefined;
  assert.equal(found(), path.join('work', '.venv', 'bin', 'dutybound'));
  places.folders = [];
  assert.equal(found(), path.join('bin', 'dutybound'));
  places.searchPath = undefined;
  assert.equal(found(), '');
});

test('a virtual environment of Windows keeps its programs elsewhere', (t) => {
  const folder = machine(t, '.venv/Scripts/dutybound.exe');
  assert.equal(
    find({ folders: [folder] }, 'win32'),
    path.join(folder, '.venv', 'Scripts', 'dutybound.exe'),
  );
});

test('the setting names the program or none', (t) => {
  const folder = machine(t, 'tools/db', '.venv/bin/dutybound');
  const set = (setting) => find({ setting, folders: [folder] }, 'linux');
  assert.equal(set('tools/db'), path.join(folder, 'tools', 'db'));
  assert.equal(set(path.join(folder, 'tools', 'db')), path.join(folder, 'tools', 'db'));
  assert.equal(set('tools/none'), null);
  assert.match(notFound('tools/none'), /tools\/none.*dutybound\.path/);
  assert.match(notFound(''), /pip install dutybound/);
});

test('a folder, or a file that cannot be run, is no program', (t) => {
  const folder = machine(t, 'a/dutybound', 'b/dutybound/file');
  fs.chmodSync(path.join(folder, 'a/dutybound'), 0o644);
  const searchPath = [path.join(folder, 'a'), path.join(folder, 'b')].join(path.delimiter);
  assert.equal(find({ folders: [], searchPath }, 'linux'), null);
});
