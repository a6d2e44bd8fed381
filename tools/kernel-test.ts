// `npm run kernel-test [-- COUNT] [--if-able]`: the reachability engine against the Linux kernel; docs/kernel-test.md.
import * as reachability from '../lib/proofs/reachability';
import * as template from '../lib/template';
import { Driver } from './kernel/driver';
import type { Engine } from './kernel/engine';
import { countFeatures } from './kernel/features';
import { topologyOf } from './kernel/generate';
import { matrixFaults } from './kernel/matrix';
import { observe } from './kernel/observe';
import { catchPlanted } from './kernel/planted';
import { questionsOf } from './kernel/questions';
import { unable } from './kernel/requirements';
import type { Topology } from './kernel/topology';
import { disagreements, explained, modelFaults, type Observation } from './kernel/verdict';

/** Topologies of a full run, and in how many of them each feature must occur. */
const FULL = { topologies: 300, each: 20 };

/** Exit status of a run that could not take place, by the convention of automake. */
const SKIPPED = 77;

const ENGINE: Engine = { ...template, ...reachability };

async function main(argv: readonly string[]): Promise<void> {
  const [text = String(FULL.topologies)] = argv.filter((item) => item !== '--if-able');
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is no number of topologies: expected 1 or more`);
  const reason = unable();
  if (reason !== undefined) {
    console.log(`SKIPPED: the kernel test did not run, and nothing was compared: ${reason}`);
    process.exitCode = argv.includes('--if-able') ? SKIPPED : 2;
    return;
  }
  const topologies = Array.from({ length: Number(text) }, (_, index) => topologyOf(index + 1));
  const isFull = topologies.length >= FULL.topologies;
  const faults = isFull ? reportFeatures(topologies) : 0;
  const { observations, wrong } = await compareAll(topologies);
  const missed = isFull ? await catchPlanted(observations) : 0;
  if (!isFull) console.log(`fewer than ${FULL.topologies} topologies: features not counted, planted bugs not tried`);
  process.exitCode = faults + wrong + missed > 0 ? 1 : 0;
}

/** @returns how many features occur too seldom. */
function reportFeatures(topologies: readonly Topology[]): number {
  const counts = [...countFeatures(topologies)];
  for (const [feature, count] of counts) console.log(`${String(count).padStart(4)} ${feature}`);
  const seldom = counts.filter(([, count]) => count < FULL.each);
  for (const [feature, count] of seldom) console.log(`TOO SELDOM: "${feature}" in ${count}, expected ${FULL.each}`);
  return seldom.length;
}

/** Sends packets through every topology and compares. @returns how many answers were wrong, ours or the model's. */
async function compareAll(
  topologies: readonly Topology[],
): Promise<{ readonly observations: readonly Observation[]; readonly wrong: number }> {
  const driver = new Driver();
  const observations: Observation[] = [];
  let wrong = 0;
  try {
    for (const topology of topologies) {
      const observation = await observed(driver, topology);
      observations.push(observation);
      const found = disagreements(ENGINE, observation);
      const faults = modelFaults(observation);
      const entries = matrixFaults(ENGINE, observation);
      wrong += found.length + faults.length + entries.length;
      for (const question of faults) console.log(`seed ${topology.seed}: MODEL FAULT: ${JSON.stringify(question)}`);
      for (const entry of entries) console.log(`seed ${topology.seed}: the matrix is wrong: ${JSON.stringify(entry)}`);
      const [first] = found;
      if (first) console.log(`${explained(ENGINE, first)}\n    (${found.length} disagreements in this topology)`);
      if (topology.seed % 25 === 0) console.error(`${topology.seed} topologies`);
    }
  } finally {
    await driver.close();
  }
  const answers = observations.flatMap((observation) => observation.answers);
  const yes = answers.filter(Boolean).length;
  console.log(
    `${observations.length} topologies, ${answers.length} questions (${yes} yes, ${answers.length - yes} no), ${wrong} disagreements`,
  );
  return { observations, wrong };
}

/** What the kernel says; asked again with more patience where it contradicts us, since a loaded machine loses packets. */
async function observed(driver: Driver, topology: Topology): Promise<Observation> {
  const questions = questionsOf(topology);
  const first = { topology, questions, answers: await observe(driver, topology, questions) };
  if (modelFaults(first).length === 0 && disagreements(ENGINE, first).length === 0) return first;
  return { topology, questions, answers: await observe(driver, topology, questions, 'again') };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
