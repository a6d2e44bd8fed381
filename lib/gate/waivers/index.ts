export { placesIn, type Place } from './place';
export { waiverProblems, type WaiverTerms } from './problems';
export { daysLeft, stateOf } from './term';
export { readWaivers, type ReadWaivers, type UnreadableWaivers } from './read-waivers';
export { Waivers } from './waivers';
export { registerHistory, type RegisterHistory } from './register-history';
