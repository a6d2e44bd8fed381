import * as reachability from '../../../../lib/proofs/reachability';
import * as template from '../../../../lib/template';
import { topologyOf } from '../../../../tools/kernel/generate';
import { matrixFaults } from '../../../../tools/kernel/matrix';
import { simulate } from '../../../../tools/kernel/oracle';
import { questionsOf } from '../../../../tools/kernel/questions';
import { disagreements, explained } from '../../../../tools/kernel/verdict';

const ENGINE = { ...template, ...reachability };

/** Beyond the seeds of the kernel test, so that both together see more. */
const FIRST = 1001;
const COUNT = 110;

// The kernel test holds the simulation to what a kernel does (docs/kernel-test.md); this one needs no root.
describe('the engine and a packet by packet simulation', () => {
  test.each([0, 1, 2, 3, 4])(
    'agree on every question about random networks, part %i',
    (part) => {
      const size = COUNT / 5;
      let asked = 0;
      for (let seed = FIRST + part * size; seed < FIRST + (part + 1) * size; seed += 1) {
        const topology = topologyOf(seed);
        const questions = questionsOf(topology);
        const answers = questions.map((question) => simulate(topology, question));
        asked += answers.length;
        const observation = { topology, questions, answers };
        const [first] = disagreements(ENGINE, observation);
        expect(first && explained(ENGINE, first)).toBeUndefined();
        expect({ seed, wrong: matrixFaults(ENGINE, observation) }).toEqual({ seed, wrong: [] });
      }
      expect(asked).toBeGreaterThan(1000);
    },
    120_000,
  );
});
