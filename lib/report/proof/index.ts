export { propertyLines } from './property-lines';
export { propertiesSchema, verdictSchema } from './property-schema';
export { unitsJson, unitsText } from './units';
