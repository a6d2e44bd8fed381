// Measures reading and resolving a directory of templates against JSON.parse of the same files, outside of Jest's
// sandbox, which slows both down unequally. Arguments: path of the bundled library, directory.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , library, directory] = process.argv;
const { readUnit } = require(library);

// The median of several runs. Processor time says more than the clock on a busy machine, but it is counted in steps, some of
// which fall to the wrong run: the least of several would be of such a run.
function median(action) {
  const times = Array.from({ length: 15 }, () => {
    const started = process.cpuUsage();
    action();
    return process.cpuUsage(started).user / 1000;
  });
  return times.toSorted((a, b) => a - b)[7];
}

let resources = 0;
const parsing = median(() => {
  for (const name of readdirSync(directory)) JSON.parse(readFileSync(join(directory, name), 'utf8'));
});
const resolving = median(() => {
  const found = readUnit(directory).graph.templates.flatMap((template) => template.resources);
  resources = found.map(({ properties }) => properties).length;
});
console.log(JSON.stringify({ resources, parsing, resolving }));
