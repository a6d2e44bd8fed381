// Tests run without a build, but not without the table that the build makes.
module.exports = async () => (await import('./action-table.mjs')).writeActionTable();
