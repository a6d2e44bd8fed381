export { extendProfile, extensionProblems } from './extend-profile';
export type { ExtensionProblem } from './problem';
export { profileExtensionSchema, type ProfileExtension } from './schema';
