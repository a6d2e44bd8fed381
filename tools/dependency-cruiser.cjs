// Rules for dependency-cruiser, derived from the layer table in layers.json.
const { $comment: _comment, ...table } = require('./layers.json');

const layers = Object.keys(table);
const cdk = '^(aws-cdk-lib|constructs|cdk-nag)(/|$)|node_modules/(aws-cdk-lib|constructs|cdk-nag)/';
const mayKnowCdk = ['constructs', 'lib/packs', 'lib/landing-zone'];
const escape = (path) => path.replace(/[-/]/g, '\\$&');

/** A layer may import itself, the layers of its row, and packages. */
function layerRule(layer) {
  const allowed = [layer, ...table[layer]].map(escape).join('|');
  return {
    name: `layer ${layer}`,
    comment: `${layer} may import ${table[layer].join(', ') || 'nothing'} of this project`,
    severity: 'error',
    from: { path: `^${escape(layer)}/` },
    to: { path: '^(lib|constructs|bin|examples|tools|test)/', pathNot: `^(${allowed})/` },
  };
}

/** Other folders are entered through their index. */
function indexRule(layer) {
  return {
    name: `index of ${layer}`,
    comment: `import ${layer} through its index.ts`,
    severity: 'error',
    from: { path: '^(lib|constructs|bin)/', pathNot: `^${escape(layer)}/` },
    to: {
      path: `^${escape(layer)}/`,
      pathNot: `^${escape(layer)}/(index\\.ts|[^/]+/index\\.ts|[^/]+/[^/]+/index\\.ts)$`,
    },
  };
}

module.exports = {
  forbidden: [
    ...layers.map(layerRule),
    ...layers.filter((layer) => !['constructs', 'bin'].includes(layer)).map(indexRule),
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only building knows CDK',
      comment: `aws-cdk-lib, constructs and cdk-nag belong to ${mayKnowCdk.join(' and ')}`,
      severity: 'error',
      from: { path: '^(lib|bin)/', pathNot: `^(${mayKnowCdk.map(escape).join('|')}|bin\\/app)` },
      to: { path: cdk },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json', '.mjs', '.cjs'] },
  },
};
