// What a department may publish in a feed.

const FEED = /^[a-z][a-z0-9-]{1,40}$/;
/** Entries link to government sites only. */
const GOVERNMENT = /(^|\.)gov\.hk$/;
const MOST_ENTRIES = 200;

/** `{ document }` to file, or `{ problem }` with what is wrong with the message. */
export function publication(body) {
  const message = parse(body);
  if (!message) return { problem: 'expected a JSON object' };
  const { feed, entries } = message;
  if (typeof feed !== 'string' || !FEED.test(feed)) return { problem: 'expected `feed`, lower case with hyphens' };
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > MOST_ENTRIES) {
    return { problem: `expected 1 to ${MOST_ENTRIES} \`entries\`` };
  }
  const problem = entries.map(problemOf).find((text) => text !== undefined);
  return problem ? { problem } : { document: { feed, entries: entries.map(entry) } };
}

/** Only known fields are published, whatever else the message holds. */
function entry({ id, title, link, published }) {
  return { id, title: title.trim(), link, published: new Date(published).toISOString() };
}

function problemOf(item, index) {
  const expect = (what) => `entry ${index + 1}: expected ${what}`;
  if (typeof item !== 'object' || item === null) return expect('an object');
  if (typeof item.id !== 'string' || item.id === '') return expect('an `id`');
  if (typeof item.title !== 'string' || item.title.trim() === '') return expect('a `title`');
  if (Number.isNaN(Date.parse(item.published))) return expect('the day of publication in `published`');
  return linksToGovernment(item.link) ? undefined : expect('a `link` to an https address below gov.hk');
}

function linksToGovernment(link) {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname } = new URL(link);
  return protocol === 'https:' && GOVERNMENT.test(hostname);
}

function parse(body) {
  try {
    const message = JSON.parse(body);
    return typeof message === 'object' && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}
