import { z } from 'zod';

const positive = z.number().positive();
const count = z.int().positive();

/** What both sides measure. Zero is refused everywhere: what took no time or found nothing did not run. */
const common = { stacks: count, resources: count, megabytes: positive };

/** Lionrock: synthesis, and the gate over what it wrote. Times in seconds. */
export const oursSchema = z.strictObject({
  ...common,
  synthSeconds: positive,
  gateSeconds: positive,
  /** Rule evaluations that gave an answer. */
  evaluated: count,
  verdict: z.enum(['pass', 'fail', 'unknown']),
});

/** The same app with cdk-nag's packs, in one plain `app.synth()`. Times in seconds. */
export const peerSchema = z.strictObject({
  ...common,
  seconds: positive,
  /** Pairs of rule and construct that the packs reported, acknowledged or not. */
  reported: count,
  acknowledged: z.int().nonnegative(),
});

export type Ours = z.infer<typeof oursSchema>;
export type Peer = z.infer<typeof peerSchema>;

/** Largest memory that this process ever had resident, in MB of 1,000,000 bytes. */
export function peakMegabytes(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1_000_000;
}

/** Seconds since an instant of `performance.now()`. */
export function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}
