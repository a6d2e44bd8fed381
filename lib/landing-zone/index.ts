export { landingZoneApp, type LandingZoneAppProps } from './app';
export { appFromFile } from './from-file';
export type { StackUse } from './limits';
export { synthesize, SynthesisError, type Synthesis, type SynthesizeOptions } from './synthesize';
