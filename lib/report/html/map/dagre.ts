import type * as types from '@dagrejs/dagre' with { 'resolution-mode': 'import' };

/** The layout of graphs. The package has a build for `require`, but its types speak of the one for `import` alone. */
export const dagre = require('@dagrejs/dagre') as typeof types;
