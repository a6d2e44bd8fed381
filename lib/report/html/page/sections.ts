import { findingsSection } from './findings';
import { glanceSection } from './glance';
import type { Section } from './section';

/** The sections in the order in which they are read. */
export const SECTIONS: readonly Section[] = [glanceSection, findingsSection];
