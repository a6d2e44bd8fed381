// Tests run without a build, but not without what the build makes for the constructs, the prover and the review page.
module.exports = async () => {
  (await import('./action-table.mjs')).writeActionTable();
  (await import('./resource-types.mjs')).writeResourceTypes();
  await (await import('./bundle-handlers.mjs')).bundleHandlers('dist');
  await (await import('./bundle-page.mjs')).bundlePage('dist');
};
