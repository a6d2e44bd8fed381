import type { Rule } from '../rule';
import { recorderDelivers } from './recorder-delivers';
import { recorderRecordsAll } from './recorder-records-all';
import { threatDetectionEnabled } from './threat-detection-enabled';

/** Rules of the family detection. */
export const detectionRules: readonly Rule[] = [recorderDelivers, recorderRecordsAll, threatDetectionEnabled];
