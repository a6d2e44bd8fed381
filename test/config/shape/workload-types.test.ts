import { changeCases } from '../support/change';

changeCases('types of workload', [
  {
    name: 'an unknown type of workload, of which nothing else is said',
    changes: [['type: queue', 'type: kafka']],
    problems: [
      {
        path: 'accounts[4].workloads[5].type',
        on: 'type: kafka',
        message: 'found "kafka", expected web-service, function, postgres, table, dataset, queue or exchange',
        remedy: 'correct the value',
      },
    ],
  },
  {
    name: 'a misspelt type of workload, whose other keys are checked by the type that was meant',
    changes: [['type: queue', 'type: queu\n        visibilityTimeoutSeconds: 1']],
    problems: [
      {
        path: 'accounts[4].workloads[5].type',
        on: 'type: queu',
        message:
          'found "queu", expected web-service, function, postgres, table, dataset, queue or exchange: did you mean "queue"?',
        remedy: 'write "queue"',
      },
      {
        path: 'accounts[4].workloads[5].visibilityTimeoutSeconds',
        on: 'visibilityTimeoutSeconds: 1',
        message: 'found the number 1, expected a number of at least 30',
        remedy: 'correct the value (Time to process a message, in seconds.)',
      },
    ],
  },
]);
