export { sizeProblems, type SizeProblems } from './size-problems';
