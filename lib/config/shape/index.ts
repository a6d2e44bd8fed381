export { oneOf } from './expectation';
export { landingZoneJsonSchema, schemaAt, toJsonSchema, type JsonSchema } from './json-schema';
export { repair, type Rename, type RepairedConfig } from './repair';
export { sampleOf } from './sample';
export { shapeProblems } from './shape-problems';
