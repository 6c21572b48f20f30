'use strict';

const assert = require('node:assert');
const { test } = require('node:test');
const { complaint, withReason } = require('../src/reason');

test('a reason goes into the comment as it was written', () => {
  const comment = '<!-- dutybound: allow soft-wording reason="" -->\n';
  assert.equal(
    withReason(comment, ' agreed, $1 & $& '),
    '<!-- dutybound: allow soft-wording reason="agreed, $1 & $&" -->\n',
  );
});

test('what would end the comment, the quotation or a table’s cell is refused', () => {
  for (const reason of ['', '  ', 'a "b"', 'a --> b', 'a | b', 'a\nb']) {
    assert.ok(complaint(reason), JSON.stringify(reason));
  }
  assert.equal(complaint('the regulations name the body'), undefined);
});
