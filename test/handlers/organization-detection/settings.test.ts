import { settings } from '../../../lib/handlers/organization-detection/settings';
import { answerOf, requestOf } from '../support/custom-resource';

function build(failing?: string) {
  const set: string[] = [];
  const work = settings((name) =>
    name === 'unheard-of'
      ? undefined
      : async () => {
          if (name === failing) throw new Error('Throttling');
          set.push(name);
        },
  );
  return { set, work };
}

test.each(['Create', 'Update'] as const)('%s sets each service, and again the same', async (type) => {
  const { set, work } = build();
  const request = requestOf(type, { Services: ['guardduty', 'macie'] });
  expect(await answerOf(work, request)).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: 'organization-detection',
  });
  await answerOf(work, request);
  expect(set).toEqual(['guardduty', 'macie', 'guardduty', 'macie']);
});

test('Delete takes nothing back', async () => {
  const { set, work } = build();
  expect(await answerOf(work, requestOf('Delete', { Services: ['macie'] }, 'organization-detection'))).toMatchObject({
    Status: 'SUCCESS',
  });
  expect(set).toEqual([]);
});

test('a failure is told, after which the next run sets everything', async () => {
  const request = requestOf('Create', { Services: ['guardduty', 'macie'] });
  expect(await answerOf(build('macie').work, request)).toMatchObject({ Status: 'FAILED', Reason: 'Error: Throttling' });
  const { set, work } = build();
  expect(await answerOf(work, request)).toMatchObject({ Status: 'SUCCESS' });
  expect(set).toEqual(['guardduty', 'macie']);
});

test.each([
  [{}, 'found no list of Services'],
  [{ Services: ['unheard-of'] }, 'found the service "unheard-of"'],
])('refuses %j', async (properties, reason) => {
  const answer = await answerOf(build().work, requestOf('Create', properties));
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining(reason) });
});
