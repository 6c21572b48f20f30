// The reason of an allow: asked of the author before the comment is written.
'use strict';

/** What is empty in the comment that the server offers. */
const EMPTY = 'reason=""';

/** Why a reason cannot stand in the comment; undefined where it can. */
function complaint(reason) {
  if (!reason.trim()) {
    return 'Say why the finding stands; those who review the draft read it.';
  }
  if (/"|-->|\||[\r\n]/.test(reason)) {
    return 'Write it without quotation marks (") and bars (|), in one line.';
  }
  return undefined;
}

/** The comment with its reason. */
function withReason(comment, reason) {
  return comment.replace(EMPTY, () => `reason="${reason.trim()}"`);
}

module.exports = { EMPTY, complaint, withReason };
