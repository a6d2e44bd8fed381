import { changeCases, loadChanged, type Change } from '../support/change';

const RESTRICTED: Change = ['classification: UNCLASSIFIED # portal', 'classification: RESTRICTED # portal'];
const PERSONAL: Change = ['personalData: false # portal', 'personalData: true # portal'];
const PRIVATE: Change = ['deploymentModel: public', 'deploymentModel: outsourced-private'];

const aboveCeiling = {
  path: 'accounts[4].holds.classification',
  on: 'classification: RESTRICTED',
  message:
    'account "portal-prod" holds RESTRICTED information, above the ceiling of the deployment model public, which is UNCLASSIFIED (S17 17.3.1)',
  remedy:
    'keep RESTRICTED information out of "portal-prod" and lower its classification to UNCLASSIFIED, or run it under the deployment model outsourced-private or in-house-private',
  source: 'S17 17.3.1',
};
const personalData = {
  path: 'accounts[4].holds.personalData',
  on: 'personalData: true',
  message:
    'account "portal-prod" holds personal data, which is RESTRICTED or above (S17 20.1.4); the ceiling of the deployment model public is UNCLASSIFIED (S17 17.3.1)',
  remedy:
    'keep personal data out of "portal-prod" and set personalData: false, or run it under the deployment model outsourced-private or in-house-private',
  source: 'S17 20.1.4, S17 17.3.1',
};

describe('classification', () => {
  changeCases('classification', [
    { name: 'RESTRICTED in public cloud', changes: [RESTRICTED], problems: [aboveCeiling] },
    { name: 'personal data in public cloud', changes: [PERSONAL], problems: [personalData] },
    { name: 'both', changes: [RESTRICTED, PERSONAL], problems: [aboveCeiling, personalData] },
    {
      name: 'SECRET, which no deployment model may hold',
      changes: [['classification: UNCLASSIFIED # portal', 'classification: SECRET # portal'], PRIVATE],
      problems: [
        {
          path: 'accounts[4].holds.classification',
          on: 'classification: SECRET',
          message:
            'account "portal-prod" holds SECRET information, above the ceiling of the deployment model outsourced-private, which is CONFIDENTIAL (S17 15.2.1)',
          remedy:
            'keep SECRET information out of "portal-prod" and lower its classification to CONFIDENTIAL, or keep it outside the cloud: no deployment model of the profile allows it',
          source: 'S17 15.2.1',
        },
      ],
    },
    {
      name: 'personal data that is classified too low',
      changes: [PERSONAL, PRIVATE],
      problems: [
        {
          path: 'accounts[4].holds.classification',
          on: 'classification: UNCLASSIFIED',
          message:
            'account "portal-prod" holds personal data but is classified UNCLASSIFIED; personal data is RESTRICTED or above (S17 20.1.4)',
          remedy: 'classify "portal-prod" as RESTRICTED or above, or keep personal data out of it',
          source: 'S17 20.1.4',
        },
      ],
    },
    {
      name: 'a level that the scheme does not have',
      changes: [['classification: UNCLASSIFIED # portal', 'classification: RESTRICTD']],
      problems: [
        {
          path: 'accounts[4].holds.classification',
          on: 'classification: RESTRICTD',
          message: '"RESTRICTD" is not a classification of Hong Kong SAR Government: did you mean "RESTRICTED"?',
          expected: 'UNCLASSIFIED, RESTRICTED, CONFIDENTIAL, SECRET or TOP SECRET',
          remedy: 'write RESTRICTED',
        },
      ],
    },
    {
      name: 'a transfer of an unknown level that expires before it starts',
      changes: [
        ['classification: UNCLASSIFIED # transfer', 'classification: OPEN'],
        ['expires: 2027-11-30', 'expires: 2026-11-30'],
      ],
      problems: [
        {
          path: 'transfers[0].classification',
          on: 'classification: OPEN',
          message: '"OPEN" is not a classification of Hong Kong SAR Government',
          remedy: 'use a level of the profile’s scheme',
        },
        {
          path: 'transfers[0].expires',
          on: 'expires: 2026-11-30',
          message: 'transfer "statistics-copy" expires on 2026-11-30, before it starts on 2026-12-01',
          remedy: 'correct one of the two days',
        },
      ],
    },
  ]);

  test.each([
    ['RESTRICTED', 'outsourced-private'],
    ['CONFIDENTIAL', 'outsourced-private'],
    ['RESTRICTED', 'in-house-private'],
    ['CONFIDENTIAL', 'in-house-private'],
  ])('%s personal data is accepted under %s', (level, model) => {
    const { result } = loadChanged([
      ['classification: UNCLASSIFIED # portal', `classification: ${level}`],
      PERSONAL,
      ['deploymentModel: public', `deploymentModel: ${model}`],
    ]);
    expect(result.kind).toBe('loaded');
  });
});
