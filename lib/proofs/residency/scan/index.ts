export { mayNamePlace, openRegion, placesNamed } from './foreign-places';
export { textsIn, type FoundText } from './texts';
