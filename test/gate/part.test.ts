import { gate, type GateOptions } from '../../lib/gate';
import { profileById } from '../../lib/profiles';
import { unitOfText } from '../../lib/template';

const profile = profileById('hk-s17');

/** A stack of a landing zone whose rule sends events to what another stack exports, and that claims a flow. */
const stack = {
  Metadata: {
    Lionrock: {
      marker: {
        landingZone: 'government',
        profile: 'hk-s17',
        deploymentModel: 'public',
        account: 'portal',
        capability: 'alerts',
        classification: 'UNCLASSIFIED',
        personalData: false,
        systemTier: 2,
      },
      flows: [{ id: 'names', from: 'internet', to: 'dmz', ports: [443], reason: 'Everybody reads', ticket: 'NET-1' }],
    },
  },
  Resources: {
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['aws.kms'] },
        Targets: [{ Id: 'Topic', Arn: { 'Fn::ImportValue': 'topic' } }],
      },
    },
    Trail: { Type: 'AWS::GuardDuty::Detector', Properties: { Enable: true } },
  },
};

function judge(options: Partial<GateOptions>) {
  const unit = unitOfText('alerts', JSON.stringify(stack), { region: 'ap-east-1', account: '111122223333' });
  return gate({ inputs: [unit], profile, now: new Date('2026-11-26T00:00:00Z'), ...options });
}

const rulesOf = (list: readonly { readonly rule: string }[] = []) => [...new Set(list.map(({ rule }) => rule))];

describe('one part of an estate', () => {
  test('what only the whole or the register shows is not applicable, with its reason, and no pass', async () => {
    const [whole, part] = [await judge({}), await judge({ part: true })];
    expect(rulesOf(whole.findings)).toEqual(expect.arrayContaining(['marker-registered', 'flow-registered']));
    expect(whole.notApplicable).toBeUndefined();
    expect(rulesOf(part.notApplicable)).toEqual(
      expect.arrayContaining(['marker-registered', 'flow-registered', 'estate-detects-threats']),
    );
    expect(part.notApplicable?.every(({ because, template }) => because !== '' && template === 'alerts')).toBe(true);
    expect(part.summary.pass).toBeLessThanOrEqual(whole.summary.pass);
    expect(rulesOf(part.findings)).not.toContain('flow-registered');
  });

  test('what rules see in one resource they see in a part too', async () => {
    const [whole, part] = [await judge({}), await judge({ part: true })];
    const ofResources = (result: Awaited<ReturnType<typeof judge>>) =>
      result.findings.filter(({ logicalId }) => logicalId === 'Rule');
    expect(ofResources(part)).toEqual(ofResources(whole));
    expect(ofResources(part).map(({ status, rule }) => `${status} ${rule}`)).toContain('unknown events-stay-home');
  });

  test('what is handed over is left to the resource only where somebody judges that', async () => {
    const followed = await judge({ part: true, resourcesFollow: true });
    expect(rulesOf(followed.findings)).not.toContain('events-stay-home');
    expect(followed.notApplicable?.find(({ rule }) => rule === 'events-stay-home')).toMatchObject({
      control: 'RES-08',
      logicalId: 'Rule',
      because: expect.stringMatching(/no template here exports topic; .*judged by itself|judged by itself/),
    });
    expect(rulesOf((await judge({ resourcesFollow: true })).findings)).toContain('events-stay-home');
  });

  test('with the register claims are judged, and what the register asks of the whole is not', async () => {
    const registers = {
      landingZone: 'government',
      profile: 'hk-s17',
      deploymentModel: 'public',
      accounts: [],
      flows: [],
      transfers: [],
      properties: [],
    };
    const { findings, notApplicable } = await judge({ part: true, registers });
    expect(findings.filter(({ status }) => status === 'fail').map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['marker-registered', 'flow-registered']),
    );
    expect(rulesOf(notApplicable)).toContain('marker-present');
  });

  const home = 'arn:aws:sqs:ap-east-1:111122223333:events';
  test.each<[string, (arn: string) => object]>([
    ['AWS::Events::Rule', (Arn) => ({ Targets: [{ Id: 'Queue', Arn }] })],
    ['AWS::Events::Endpoint', (EventBusArn) => ({ EventBuses: [{ EventBusArn }] })],
    ['AWS::Pipes::Pipe', (Target) => ({ Source: home, Target })],
    ['AWS::Scheduler::Schedule', (Arn) => ({ Target: { Arn } })],
    ['AWS::SNS::Subscription', (Endpoint) => ({ Protocol: 'sqs', Endpoint })],
  ])('%s by itself tells where it leads, once what was handed over is known', async (Type, propertiesOf) => {
    const events = async (arn: string, options: Partial<GateOptions>) => {
      const text = JSON.stringify({ Resources: { Subject: { Type, Properties: propertiesOf(arn) } } });
      const unit = unitOfText('subject', text, { region: 'ap-east-1', account: '111122223333' });
      const { findings } = await gate({ inputs: [unit], profile, ...options });
      return findings.flatMap(({ rule, status }) => (rule === 'events-stay-home' ? [status] : []));
    };
    const alone = { part: true, alone: true };
    expect(await events(home.replace('ap-east-1', 'eu-west-1'), alone)).toEqual(['fail']);
    expect(await events(home, alone)).toEqual([]);
  });
});
