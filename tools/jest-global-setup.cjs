// Tests run without a build, but not without what the build makes for the constructs and the prover.
module.exports = async () => {
  (await import('./action-table.mjs')).writeActionTable();
  await (await import('./bundle-handlers.mjs')).bundleHandlers('dist');
};
