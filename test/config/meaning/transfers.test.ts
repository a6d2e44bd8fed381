import { changeCases, type Change } from '../support/change';

const PRIVATE: Change = ['deploymentModel: public', 'deploymentModel: outsourced-private'];
const RESTRICTED: Change = ['classification: UNCLASSIFIED # transfer', 'classification: RESTRICTED # transfer'];
const contract = (destinations: string, filed = '2026-12-08'): Change => [
  '    legalBasis: Consent of the owner\n',
  `    legalBasis: GBA Standard Contract\n    standardContract: { filing: GBA-1, filed: ${filed}, effective: 2026-12-01, destinations: [${destinations}] }\n`,
];
const TO_SHENZHEN: Change = ['    to: ap-southeast-1\n', '    to: Shenzhen\n'];
const review = (day: string): Change => ['    expires: 2027-11-30', `    expires: 2027-11-30\n    review: ${day}`];

describe('transfers', () => {
  changeCases('transfers', [
    { name: 'reviewed while it is in force', changes: [review('2027-06-30')], problems: [] },
    {
      name: 'reviewed when it is over',
      changes: [review('2028-06-30')],
      problems: [
        {
          path: 'transfers[0].review',
          on: 'review: 2028-06-30',
          message:
            'transfer "statistics-copy" is to be reviewed by 2028-06-30, while it is in force from 2026-12-01 to 2027-11-30',
          remedy: 'have it reviewed before it ends',
        },
      ],
    },
    {
      name: 'above the ceiling',
      changes: [RESTRICTED],
      problems: [
        {
          path: 'transfers[0].classification',
          on: 'classification: RESTRICTED',
          message:
            'transfer "statistics-copy" moves RESTRICTED information, above the ceiling of the deployment model public, which is UNCLASSIFIED (S17 17.3.1)',
          remedy: 'move nothing above UNCLASSIFIED, or remove the transfer',
          source: 'S17 17.3.1',
        },
      ],
    },
    {
      name: 'a Standard Contract under a public deployment model',
      changes: [contract('Shenzhen'), TO_SHENZHEN],
      problems: [
        {
          path: 'transfers[0].standardContract',
          on: 'standardContract',
          message:
            'transfer "statistics-copy" rests on a GBA Standard Contract, which is about personal data; personal data is RESTRICTED or above (S17 20.1.4), and the ceiling of the deployment model public is UNCLASSIFIED (S17 17.3.1)',
          remedy: 'move no personal data from here, or run the landing zone under a deployment model that may hold it',
          source: 'S17 20.1.4, S17 17.3.1',
        },
      ],
    },
    {
      name: 'a Standard Contract under an outsourced private one',
      changes: [contract('Shenzhen'), TO_SHENZHEN, RESTRICTED, PRIVATE],
      problems: [],
    },
    {
      name: 'a Standard Contract for what is not classified as personal data',
      changes: [contract('Shenzhen'), TO_SHENZHEN, PRIVATE],
      problems: [
        {
          path: 'transfers[0].standardContract',
          on: 'standardContract',
          message:
            'transfer "statistics-copy" moves personal data under a Standard Contract but is classified UNCLASSIFIED; personal data is RESTRICTED or above (S17 20.1.4)',
          remedy: 'classify the transfer as RESTRICTED or above',
          source: 'S17 20.1.4',
        },
      ],
    },
    {
      name: 'beyond the destinations of its Standard Contract',
      changes: [contract('Zhuhai'), TO_SHENZHEN, RESTRICTED, PRIVATE],
      problems: [
        {
          path: 'transfers[0].to',
          on: 'to: Shenzhen',
          message: 'transfer "statistics-copy" leads to Shenzhen, where its Standard Contract does not let the data go',
          remedy: 'move the data to a destination of the contract; there is no onward transfer beyond them',
        },
      ],
    },
    {
      name: 'a Standard Contract that was filed before its effect',
      changes: [contract('Shenzhen', '2026-11-08'), TO_SHENZHEN, RESTRICTED, PRIVATE],
      problems: [
        {
          path: 'transfers[0].standardContract.filed',
          on: 'standardContract',
          message:
            'the Standard Contract of transfer "statistics-copy" was filed on 2026-11-08, before it took effect on 2026-12-01',
          remedy: 'correct one of the two days',
        },
      ],
    },
  ]);
});
