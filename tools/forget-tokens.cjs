// The CDK keeps every token for the life of the process, and with those that point to a construct the app of a test and all
// that the test loaded: a worker grows by some twenty megabytes for each file of tests, and is started again and again.
// Tokens that point to none are kept, as modules keep their texts, and so are those that modules make while they load.
const Module = require('node:module');
const { join } = require('node:path');

const REFERENCES = join(__dirname, '../node_modules/aws-cdk-lib/core/lib/private/cfn-reference.js');

const tokenMap = () => globalThis['__cdkTokenMap'];

/** Keys of tokens that modules made while they loaded. */
const constants = new Set();
let depth = 0;

const { load } = Module.prototype;
Module.prototype.load = function (...args) {
  const before = depth === 0 ? tokenMap()?.tokenCounter : undefined;
  depth += 1;
  try {
    return load.apply(this, args);
  } finally {
    depth -= 1;
    if (depth === 0 && tokenMap()?.tokenCounter !== before) keep(before ?? 0);
  }
};

/** Tokens are numbered in the order in which they are made: `TOKEN.12`. */
function keep(from) {
  for (const key of tokenMap().stringTokenMap.keys())
    if (Number(/\.(\d+)$/.exec(key)?.[1] ?? -1) >= from) constants.add(key);
}

/** Intrinsic functions and what is made of them hold texts. Anything else may hold a construct. */
function holdsTexts({ constructor: { name } }) {
  return /^(Intrinsic|Combined|Fn[A-Z]\w*)$/.test(name);
}

module.exports = function forgetTokens() {
  const map = tokenMap();
  if (!map) return;
  for (const [key, token] of map.stringTokenMap) {
    if (!constants.has(key) && !holdsTexts(token)) map.stringTokenMap.delete(key);
  }
  map.numberTokenMap.clear();
  require.cache[REFERENCES]?.exports.CfnReference.referenceTable.clear();
};
