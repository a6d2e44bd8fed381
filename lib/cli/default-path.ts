/** What is judged when nothing is named: where `cdk synth` and `lionrock synth` write. */
export const DEFAULT_PATH = 'cdk.out';
