import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** A bucket that these templates make stands where its stack is deployed; the name of any other does not tell. */
export const bucketDestinationKnown: Rule = {
  id: 'bucket-destination-known',
  control: 'RES-08',
  message: 'Something is delivered to a bucket outside the profile’s regions.',
  remediation:
    'Deliver to a bucket of a region of the profile, judge it together with the template that makes the bucket, or declare a transfer.',
  types: typesOfConcern('buckets'),
  scope: 'resource',
  evaluate: keepsHome('buckets'),
};
