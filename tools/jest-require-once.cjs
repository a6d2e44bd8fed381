// Jest transform: the module that Node.js loads itself, which all files of tests in a worker share.
module.exports = {
  process: (_, filename) => ({ code: `module.exports = requireOnce(${JSON.stringify(filename)});` }),
};
