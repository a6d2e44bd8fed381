const { rmSync } = require('node:fs');

module.exports = () => {
  for (const folder of [process.env.LIONROCK_TEST_TMP, process.env.LIONROCK_TEST_BUILD])
    rmSync(folder, { recursive: true, force: true });
};
