/** 95 % of a normal distribution lie within so many standard deviations. */
const DEVIATIONS = 1.96;

/**
 * The score of a report of stryker in words: of the changes that were tried, how many some test noticed. One that only took
 * too long, or ended the process, is not counted as noticed, one that no test reaches is counted as not noticed.
 */
export function scoreOf({ files }) {
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  const killed = count('Killed');
  const [timeouts, crashes] = [count('Timeout'), count('RuntimeError')];
  const tried = killed + timeouts + crashes + count('Survived', 'NoCoverage');
  const [low, high] = interval(killed, tried);
  const left = `${count('Survived')} survived, ${count('NoCoverage')} reached by no test, ${timeouts} timed out, ${crashes} crashed`;
  return `${percent(killed / tried)} of ${tried} changes noticed (95 % interval ${percent(low)} to ${percent(high)}); ${left}`;
}

/** Wilson's interval for a share of a random sample. */
function interval(hits, size) {
  const z = DEVIATIONS;
  const share = hits / size;
  const middle = share + (z * z) / (2 * size);
  const half = z * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size));
  const whole = 1 + (z * z) / size;
  return [(middle - half) / whole, (middle + half) / whole];
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
