const { rmSync } = require('node:fs');

module.exports = () => rmSync(process.env.LIONROCK_TEST_TMP, { recursive: true, force: true });
