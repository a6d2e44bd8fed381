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
  {
    name: 'waves in which accounts would be served twice',
    changes: [['version: 1', 'version: 1\nbaseline:\n  units: [Security]\n  waves: [[Security], [Securty, Security]]']],
    problems: [
      {
        path: 'baseline.waves',
        on: '[[Security], [Securty, Security]]',
        message: 'units and waves both say whom the stack sets serve',
        remedy: 'keep waves, and take units away',
      },
      {
        path: 'baseline.waves[1][0]',
        on: '[[Security], [Securty, Security]]',
        message: 'there is no organisational unit named "Securty": did you mean "Security"?',
        remedy: 'write "Security"',
      },
      {
        path: 'baseline.waves[1][1]',
        on: '[[Security], [Securty, Security]]',
        message: 'accounts of Security are served already: Security stands in waves too',
        remedy: 'name each unit once, and none below another',
      },
    ],
  },
]);
