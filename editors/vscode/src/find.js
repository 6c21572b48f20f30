// Where the dutybound program is. Knows nothing of the editor, so that it can be tested without one.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

/**
 * The program, or null.
 *
 * @param {object} places
 * @param {string} [places.setting] what "dutybound.path" says
 * @param {string[]} places.folders the workspace's folders
 * @param {string} [places.python] the interpreter that the Python extension has chosen
 * @param {string} [places.searchPath] the PATH
 * @param {NodeJS.Platform} [platform]
 */
function find({ setting, folders, python, searchPath }, platform = process.platform) {
  if (setting) {
    // Who names a program wants that one or none.
    return named(setting, folders);
  }
  const name = platform === 'win32' ? 'dutybound.exe' : 'dutybound';
  const scripts = platform === 'win32' ? 'Scripts' : 'bin';
  const places = [
    ...(python ? [path.dirname(python)] : []),
    ...folders.flatMap((folder) => ['.venv', 'venv'].map((it) => path.join(folder, it, scripts))),
    ...(searchPath ?? '').split(path.delimiter).filter(Boolean),
  ];
  return places.map((place) => path.join(place, name)).find(canRun) ?? null;
}

/** A path of the settings: from the home folder, absolute, or in one of the workspace's folders. */
function named(setting, folders) {
  const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
  const expanded = setting.replace(/^~(?=[\\/])/, home);
  const places = path.isAbsolute(expanded)
    ? [expanded]
    : folders.map((folder) => path.join(folder.toString(), expanded));
  return places.find(canRun) ?? null;
}

function canRun(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** What to tell a user whose program was not found. */
function notFound(setting) {
  return setting
    ? `dutybound: there is no program at “${setting}”, which the setting “dutybound.path” names. Correct the setting, or empty it to have the program looked for.`
    : 'dutybound is not installed where VS Code can find it. Install it with “pip install dutybound” in the workspace’s environment, or say in the setting “dutybound.path” where it is.';
}

module.exports = { find, notFound };
