import { customResource } from '../../../lib/handlers/custom-resource';
import { delegation } from '../../../lib/handlers/delegated-administration/delegation';
import { answersTo, requestOf } from '../support/custom-resource';

const AUDIT = '110000000003';

/** Services of an organisation, and who administers each. */
function organization(administrators: Record<string, string>) {
  const calls: string[] = [];
  const work = delegation((name) =>
    name === 'unheard-of'
      ? undefined
      : {
          current: async () => (administrators[name] === undefined ? [] : [administrators[name]]),
          delegate: async (accountId) => {
            calls.push(name);
            if (administrators['broken'] === name) throw new Error('TooManyRequests');
            administrators[name] = accountId;
          },
        },
  );
  return { calls, work };
}

async function ask(type: 'Create' | 'Update' | 'Delete', administrators: Record<string, string>, properties: object) {
  const { calls, work } = organization(administrators);
  const answers = answersTo();
  await customResource(work, answers.ways)(requestOf(type, { ...properties }), answers.run);
  return { calls, answer: answers.sent[0] };
}

describe('the delegation of security services', () => {
  test('delegates each service that nobody administers, in turn', async () => {
    const { calls, answer } = await ask('Create', {}, { AccountId: AUDIT, Services: ['guardduty', 'macie'] });
    expect(calls).toEqual(['guardduty', 'macie']);
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: `delegated-to-${AUDIT}` });
  });

  test('called again it changes nothing', async () => {
    const administrators = {};
    const properties = { AccountId: AUDIT, Services: ['guardduty'] };
    await ask('Create', administrators, properties);
    const { calls, answer } = await ask('Update', administrators, properties);
    expect(calls).toEqual([]);
    expect(answer).toMatchObject({ Status: 'SUCCESS' });
  });

  test('called again after a failure it goes on where it stopped', async () => {
    const administrators: Record<string, string> = { broken: 'macie' };
    const properties = { AccountId: AUDIT, Services: ['guardduty', 'macie'] };
    expect((await ask('Create', administrators, properties)).answer).toMatchObject({
      Status: 'FAILED',
      Reason: 'Error: TooManyRequests',
    });
    delete administrators['broken'];
    const { calls, answer } = await ask('Create', administrators, properties);
    expect(calls).toEqual(['macie']);
    expect(answer).toMatchObject({ Status: 'SUCCESS' });
  });

  test('takes no service from another account', async () => {
    const administrators = { macie: '110000000009' };
    const { calls, answer } = await ask('Create', administrators, { AccountId: AUDIT, Services: ['macie'] });
    expect(calls).toEqual([]);
    expect(answer).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('macie is administered by 110000000009'),
    });
  });

  test('takes nothing back when it is deleted', async () => {
    const administrators = { guardduty: AUDIT };
    const { answer } = await ask('Delete', administrators, { AccountId: AUDIT, Services: ['guardduty'] });
    expect(answer).toMatchObject({ Status: 'SUCCESS' });
    expect(administrators).toEqual({ guardduty: AUDIT });
  });

  test.each([
    [{ AccountId: 'audit', Services: [] }, 'found AccountId "audit": expected 12 digits'],
    [{ AccountId: AUDIT }, 'found no list of Services'],
    [{ AccountId: AUDIT, Services: ['unheard-of'] }, 'found the service "unheard-of"'],
  ])('refuses %j', async (properties, reason) => {
    const { answer } = await ask('Create', {}, properties);
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining(reason) });
  });
});
