export { placesIn, type Place } from './place';
export type { WaiverTerms } from './problems';
export { readWaivers, type ReadWaivers, type UnreadableWaivers } from './read-waivers';
export { Waivers } from './waivers';
