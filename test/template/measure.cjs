// Measures reading and resolving a directory of templates against JSON.parse of the same files, outside of Jest's
// sandbox, which slows both down unequally. Arguments: path of the bundled library, directory.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , library, directory] = process.argv;
const { readUnit } = require(library);

// The best of several runs. Processor time says more than the clock on a busy machine.
function best(action) {
  const times = Array.from({ length: 15 }, () => {
    const started = process.cpuUsage();
    action();
    return process.cpuUsage(started).user / 1000;
  });
  return Math.min(...times);
}

let resources = 0;
const parsing = best(() => {
  for (const name of readdirSync(directory)) JSON.parse(readFileSync(join(directory, name), 'utf8'));
});
const resolving = best(() => {
  const found = readUnit(directory).graph.templates.flatMap((template) => template.resources);
  resources = found.map(({ properties }) => properties).length;
});
console.log(JSON.stringify({ resources, parsing, resolving }));
