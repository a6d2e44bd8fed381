import { controlById } from '../../controls';
import { counted } from '../layout';
import { systemName, type OscalInput } from './input';
import { judgedControls, type JudgedControl, type Standing } from './judged-controls';
import type { ControlFinding } from './model';
import { statementId } from './names';
import { observationUuid } from './observations';
import { listed } from './property';
import { riskUuid } from './risks';
import { markup, token } from './text';
import { BY_GATE } from './tool';
import { uuidOf } from './uuid';

type Status = ControlFinding['target']['status'];

const STATUS: Readonly<Record<Standing, Status>> = {
  shown: { state: 'satisfied', reason: 'pass' },
  failed: { state: 'not-satisfied', reason: 'fail' },
  undecided: { state: 'not-satisfied', reason: 'other', remarks: 'Something could not be decided or judged.' },
  waived: { state: 'not-satisfied', reason: 'other', remarks: 'Nothing is open but what waivers cover.' },
  'not judged': { state: 'not-satisfied', reason: 'other', remarks: 'No rule answered.' },
};

/** Whether each control that was judged is satisfied, with the observations and risks behind it. */
export function controlFindings(input: OscalInput): readonly ControlFinding[] {
  return judgedControls(input).map((judged) => findingOf(input, judged));
}

/** Identifies the finding on a control. */
export function controlFindingUuid(input: OscalInput, id: string): string {
  return uuidOf('finding', systemName(input), id);
}

function findingOf(input: OscalInput, { id, kind, findings, standing }: JudgedControl): ControlFinding {
  const control = kind === 'control' ? controlById(id) : undefined;
  const open = findings.filter(({ status }) => status !== 'pass');
  const fails = findings.filter(({ status }) => status === 'fail').length;
  return {
    uuid: controlFindingUuid(input, id),
    title: markup(control ? `${id} ${control.title}` : id),
    description: markup(
      `${control?.statement ?? 'A rule of another engine.'} ${counted(open.length, 'finding')} open or waived, ${fails} failed.`,
    ),
    origins: [BY_GATE],
    target: {
      type: kind === 'control' ? 'statement-id' : 'objective-id',
      'target-id': kind === 'control' ? statementId(id) : token(id),
      status: STATUS[standing],
    },
    ...listed(
      'related-observations',
      findings.map((finding) => ({ 'observation-uuid': observationUuid(input, finding) })),
    ),
    ...listed(
      'related-risks',
      open.map((finding) => ({ 'risk-uuid': riskUuid(input, finding) })),
    ),
  };
}
