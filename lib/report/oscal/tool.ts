import { toolVersion } from '../../model/package';
import type { Component, Origin } from './model';
import { properties } from './property';
import { uuidOf } from './uuid';

/** The gate, as a component of every document. */
export const GATE_UUID = uuidOf('gate');

/** Who says so. */
export const BY_GATE: Origin = { actors: [{ type: 'tool', 'actor-uuid': GATE_UUID }] };

/** The tool that assesses, and where it runs. */
export function assessmentAssets(ruleSet: string): object {
  const gate: Component = {
    uuid: GATE_UUID,
    type: 'validation',
    title: 'Lionrock gate',
    description: 'Judges templates by rules before they are deployed.',
    props: properties({ version: toolVersion(), 'rule-set': ruleSet }),
    status: { state: 'operational' },
  };
  return {
    components: [gate],
    'assessment-platforms': [
      {
        uuid: uuidOf('platform'),
        title: 'Where the gate ran: a pipeline or a desk, offline',
        'uses-components': [{ 'component-uuid': GATE_UUID }],
      },
    ],
  };
}
