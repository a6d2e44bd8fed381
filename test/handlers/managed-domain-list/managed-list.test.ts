import { managedList, type DomainList } from '../../../lib/handlers/managed-domain-list/managed-list';
import { answerOf, requestOf } from '../support/custom-resource';

const Name = 'AWSManagedDomainsMalwareDomainList';
const LIST: DomainList = { Id: 'rslvr-fdl-1', Name, ManagedOwnerName: 'Route 53 Resolver DNS Firewall' };

/** A region with these pages of lists. */
function region(pages: DomainList[][], failure?: Error) {
  const asked: object[] = [];
  const work = managedList({
    listFirewallDomainLists: async (input) => {
      asked.push(input);
      if (failure) throw failure;
      const page = Number(input.NextToken ?? 0);
      return {
        FirewallDomainLists: pages[page] ?? [],
        ...(page + 1 < pages.length ? { NextToken: String(page + 1) } : {}),
      };
    },
  });
  return { asked, work };
}

test.each(['Create', 'Update'] as const)('%s finds it by its name, over pages, and never one of ours', async (type) => {
  const { asked, work } = region([[{ Id: 'ours', Name }], [LIST]]);
  expect(await answerOf(work, requestOf(type, { Name }))).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: Name,
    Data: { ListId: 'rslvr-fdl-1' },
  });
  expect(asked).toEqual([{ MaxResults: 100 }, { MaxResults: 100, NextToken: '1' }]);
});

test('that the region does not have stops the deployment', async () => {
  const answer = await answerOf(region([[]]).work, requestOf('Create', { Name }));
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: `Error: this region has no managed domain list ${Name}` });
});

test('a failure is told, and the next run finds it', async () => {
  const answer = await answerOf(region([[LIST]], new Error('Throttling')).work, requestOf('Create', { Name }));
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'Error: Throttling' });
  expect(await answerOf(region([[LIST]]).work, requestOf('Create', { Name }))).toMatchObject({ Status: 'SUCCESS' });
});

test('Delete looks for nothing', async () => {
  const { asked, work } = region([[LIST]]);
  expect(await answerOf(work, requestOf('Delete', { Name }, Name))).toMatchObject({ Status: 'SUCCESS' });
  expect(asked).toEqual([]);
});
