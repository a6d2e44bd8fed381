import { changeCases } from '../support/change';

changeCases('the delivery of the baseline', [
  {
    name: 'an account and a unit that do not exist',
    changes: [['version: 1', 'version: 1\nbaseline:\n  administrator: managment\n  units: [Root, Securty]']],
    problems: [
      {
        path: 'baseline.administrator',
        on: 'administrator: managment',
        message: 'there is no account named "managment": did you mean "management"?',
        remedy: 'write "management"',
      },
      {
        path: 'baseline.units[1]',
        on: 'Securty',
        message: 'there is no organisational unit named "Securty": did you mean "Security"?',
        remedy: 'write "Security"',
      },
    ],
  },
]);
