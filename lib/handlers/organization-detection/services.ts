import { Detective } from '@aws-sdk/client-detective';
import { GuardDuty } from '@aws-sdk/client-guardduty';
import { Inspector2 } from '@aws-sdk/client-inspector2';
import { Macie2 } from '@aws-sdk/client-macie2';
import { SecurityHub } from '@aws-sdk/client-securityhub';
import { detectorId } from './detector-id';
import type { MemberService } from './enrolment';

/** What a service says of accounts that it did not take. */
type Unprocessed = readonly object[] | undefined;

function assertTaken(unprocessed: Unprocessed): void {
  if (unprocessed && unprocessed.length > 0) throw new Error(JSON.stringify(unprocessed[0]));
}

function guardDuty(): MemberService {
  const client = new GuardDuty();
  return {
    isMember: async (id) => {
      const found = await client.getMembers({ DetectorId: await detectorId(client), AccountIds: [id] });
      return found.Members?.[0]?.RelationshipStatus === 'Enabled';
    },
    add: async ({ id, email }) => {
      const AccountDetails = [{ AccountId: id, Email: email }];
      const made = await client.createMembers({ DetectorId: await detectorId(client), AccountDetails });
      assertTaken(made.UnprocessedAccounts);
    },
  };
}

function securityHub(): MemberService {
  const client = new SecurityHub();
  return {
    isMember: async (id) => (await client.getMembers({ AccountIds: [id] })).Members?.[0]?.MemberStatus === 'Enabled',
    add: async ({ id, email }) => {
      const made = await client.createMembers({ AccountDetails: [{ AccountId: id, Email: email }] });
      assertTaken(made.UnprocessedAccounts);
    },
  };
}

function macie(): MemberService {
  const client = new Macie2();
  return {
    isMember: async (id) => {
      try {
        return (await client.getMember({ id })).relationshipStatus === 'Enabled';
      } catch (error) {
        if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
        throw error;
      }
    },
    add: async ({ id, email }) => void (await client.createMember({ account: { accountId: id, email } })),
  };
}

/** Machines, images and functions are scanned; nothing of the account itself has to be there first. */
function inspector(): MemberService {
  const client = new Inspector2();
  return {
    isMember: async (id) => {
      const { accounts } = await client.batchGetAccountStatus({ accountIds: [id] });
      return accounts?.[0]?.state?.status === 'ENABLED';
    },
    add: async ({ id }) => {
      await client.associateMember({ accountId: id });
      const made = await client.enable({ accountIds: [id], resourceTypes: ['EC2', 'ECR', 'LAMBDA'] });
      assertTaken(made.failedAccounts);
    },
  };
}

function detective(): MemberService {
  const client = new Detective();
  const graph = async () => {
    const arn = (await client.listGraphs({})).GraphList?.[0]?.Arn;
    if (arn === undefined) throw new Error('this account has no behaviour graph of Detective');
    return arn;
  };
  return {
    isMember: async (id) => {
      const found = await client.getMembers({ GraphArn: await graph(), AccountIds: [id] });
      return found.MemberDetails?.[0]?.Status === 'ENABLED';
    },
    add: async ({ id, email }) => {
      const Accounts = [{ AccountId: id, EmailAddress: email }];
      const made = await client.createMembers({ GraphArn: await graph(), Accounts });
      assertTaken(made.UnprocessedAccounts);
    },
  };
}

/** The services that take members, by name; a client is made when its service is asked for. */
export const MEMBER_SERVICES: Readonly<Record<string, () => MemberService>> = {
  guardduty: guardDuty,
  securityhub: securityHub,
  macie,
  inspector2: inspector,
  detective,
};
