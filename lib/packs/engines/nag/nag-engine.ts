import type { Engine, EngineFinding, EngineInput, EngineResult, EngineTemplate } from '../../../model';
import type { NagPackName } from '../../names';
import { prepare, type PreparedTemplate } from '../copy';
import type { Installed } from '../installed';
import { reasonOf } from '../reason-of';
import { makeLoadable, type Loadable } from './make-loadable';
import { nagFinding, notLoaded } from './nag-finding';
import { NagRecorder, type NagRecord } from './recorder';
import { Workshop } from './workshop';

interface Judged {
  readonly findings: readonly EngineFinding[];
  readonly asked: number;
}

/**
 * Packs of cdk-nag over any template: each template becomes constructs once, for all packs. So raw types and property
 * overrides, which the packs do not see in an app, are judged like everything else.
 */
export class NagEngine implements Engine {
  readonly id: string;
  private readonly recorders: readonly NagRecorder[];

  constructor(
    names: readonly NagPackName[],
    private readonly installed: Installed,
  ) {
    this.id = names.join(', ');
    this.recorders = names.map((name) => new NagRecorder(name, installed));
  }

  async evaluate({ templates }: EngineInput): Promise<EngineResult> {
    const workshop = new Workshop(this.installed);
    try {
      const judged = templates.map((template) => this.judge(template, workshop));
      const findings = judged.flatMap((each) => each.findings);
      const asked = judged.reduce((sum, each) => sum + each.asked, 0);
      return { findings, errors: [], evaluated: findings.length, asked };
    } finally {
      workshop.close();
    }
  }

  private judge(template: EngineTemplate, workshop: Workshop): Judged {
    const prepared = prepare(template.body, (id) => template.resource(id) !== undefined);
    const whole: Loadable = { ...prepared, refused: new Map() };
    try {
      return this.judgeLoaded(template, whole, workshop);
    } catch {
      return this.judgeMended(template, makeLoadable(prepared, workshop), workshop);
    }
  }

  private judgeMended(template: EngineTemplate, loadable: Loadable, workshop: Workshop): Judged {
    try {
      return this.judgeLoaded(template, loadable, workshop);
    } catch (error) {
      const findings = this.recorders.map(({ name }) => notLoaded(name, template, '', reasonOf(error)));
      return { findings, asked: findings.length };
    }
  }

  private judgeLoaded(template: EngineTemplate, loadable: Loadable, workshop: Workshop): Judged {
    const { records, made } = workshop.load(loadable.template, (stack) => ({
      records: this.recorders.map((recorder) => recorder.record(stack)),
      made: new Set(stack.node.findAll().map(({ node }) => node.id)),
    }));
    const refused = new Map([...loadable.refused, ...lost(loadable.template, made)]);
    const unknown = this.recorders.flatMap(({ name }) =>
      [...refused].map(([id, reason]) => notLoaded(name, template, id, reason)),
    );
    const answered = records.flatMap((record) => findingsOf(record, template, { ...loadable, refused }));
    const asked = records.reduce((sum, record) => sum + record.asked, unknown.length);
    return { findings: [...answered, ...unknown], asked };
  }
}

/** Resources that became no construct: CfnInclude passes over some names without a word (`constructor`). */
function lost({ Resources }: PreparedTemplate, made: ReadonlySet<string>): (readonly [string, string])[] {
  const ids = Object.keys(Resources).filter((id) => !made.has(id));
  return ids.map((id) => [id, `it makes no construct of a resource that is called ${id}`]);
}

/** Stand-ins are no resources of the template: what a rule says of them is left out. */
function findingsOf({ answers }: NagRecord, template: EngineTemplate, { notes, refused }: Loadable): EngineFinding[] {
  const without =
    refused.size === 0 ? [] : [`judged without ${[...refused.keys()].join(', ')}, which cannot be loaded`];
  return answers
    .filter(({ logicalId }) => !refused.has(logicalId) && template.resource(logicalId) !== undefined)
    .map((answer) => nagFinding(answer, template, [...(notes.get(answer.logicalId) ?? []), ...without]));
}
