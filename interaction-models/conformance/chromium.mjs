// Where Chromium is: CHROMIUM names it, or it is on the PATH.
//   node chromium.mjs     prints where; ends with 2 and a line if there is none
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of the browser. */
export function browserPath() {
  const named = process.env.CHROMIUM;
  const places = named ? [named] : (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = places.find(isExecutable);
  if (!found) {
    throw new Error(named ? `CHROMIUM names '${named}', which cannot be run`
      : "no chromium on the PATH: install it (on Debian, the package 'chromium'), or let CHROMIUM name one");
  }
  return found;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(browserPath());
  } catch (fault) {
    console.error(fault.message);
    process.exitCode = 2;
  }
}
