export { detailsOf, justificationOf, placeOf, subjectOf, wayOf, whatOf } from './finding-words';
