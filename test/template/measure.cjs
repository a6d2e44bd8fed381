// Measures reading and resolving a directory of templates against JSON.parse of the same files, outside of Jest's
// sandbox, which slows both down unequally. Arguments: path of the bundled library, directory.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , library, directory] = process.argv;
const { readUnit } = require(library);

// Processor time says more than the clock on a busy machine, but it is counted in steps, some of which fall to the wrong
// run: the median of several, not the least. Both are measured in turn, so that what else the machine does meets both.
function userTime(action) {
  const started = process.cpuUsage();
  action();
  return process.cpuUsage(started).user / 1000;
}

const median = (times) => times.toSorted((a, b) => a - b)[7];

let resources = 0;
const parse = () => {
  for (const name of readdirSync(directory)) JSON.parse(readFileSync(join(directory, name), 'utf8'));
};
const resolve = () => {
  const found = readUnit(directory).graph.templates.flatMap((template) => template.resources);
  resources = found.map(({ properties }) => properties).length;
};
const times = Array.from({ length: 15 }, () => ({ parsing: userTime(parse), resolving: userTime(resolve) }));
const parsing = median(times.map((run) => run.parsing));
const resolving = median(times.map((run) => run.resolving));
console.log(JSON.stringify({ resources, parsing, resolving }));
