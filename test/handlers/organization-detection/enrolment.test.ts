import { enrolment, type MemberAccount } from '../../../lib/handlers/organization-detection/enrolment';

const ACCOUNT = '110000000011';

/** Services with their members. @param refusing Services that take nobody. */
function services(members: Record<string, string[]>, refusing: readonly string[] = []) {
  const added: string[] = [];
  const enrol = enrolment({
    emailOf: async (id) => `owner-${id}@example.gov.hk`,
    serviceOf: (name) => {
      const list = members[name];
      return list === undefined
        ? undefined
        : {
            isMember: async (id) => list.includes(id),
            add: async ({ id, email }: MemberAccount) => {
              if (refusing.includes(name)) throw new Error('not today');
              added.push(`${name} ${email}`);
              list.push(id);
            },
          };
    },
  });
  return { added, enrol };
}

test('an account becomes a member of each service, under its mailbox', async () => {
  const { added, enrol } = services({ guardduty: [], securityhub: [] });
  await enrol({ account: ACCOUNT, services: ['guardduty', 'securityhub'] });
  expect(added).toEqual([`guardduty owner-${ACCOUNT}@example.gov.hk`, `securityhub owner-${ACCOUNT}@example.gov.hk`]);
});

test('told again, it changes nothing', async () => {
  const { added, enrol } = services({ guardduty: [ACCOUNT] });
  await enrol({ account: ACCOUNT, services: ['guardduty'] });
  expect(added).toEqual([]);
});

test('a service that refuses stops no other, is named, and is asked again', async () => {
  const members = { guardduty: [], macie: [] };
  const { added, enrol } = services(members, ['guardduty']);
  const event = { account: ACCOUNT, services: ['guardduty', 'macie'] };
  await expect(enrol(event)).rejects.toThrow(`${ACCOUNT} is not a member everywhere; guardduty: not today`);
  expect(added).toHaveLength(1);
  const retried = services(members);
  await retried.enrol(event);
  expect(retried.added).toEqual([`guardduty owner-${ACCOUNT}@example.gov.hk`]);
});

test.each([
  [{ account: 'audit', services: [] }, 'found the account "audit": expected 12 digits'],
  [{ account: ACCOUNT, services: ['unheard-of'] }, 'unheard-of: expected a service that this function knows'],
])('refuses %j', async (event, message) => {
  await expect(services({}).enrol(event)).rejects.toThrow(message);
});
