export { bucketsOf } from './buckets';
export { geographyIn, geographyOf } from './geographies';
export { isPrivateHost } from './private-host';
export { mayMention, mentionsIn, type Mention } from './region-names';
