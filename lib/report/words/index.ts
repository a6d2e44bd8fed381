export { detailsOf, justificationOf, placeOf, subjectOf, wayOf, whatOf } from './finding-words';
export { GRAVEST_FIRST, worstSeverity } from './gravity';
