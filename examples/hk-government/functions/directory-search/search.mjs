// Ranks services of a directory by how well they match a text.

const MOST = 50;

/** Matches, best first; all words of the text must occur in the name, in either language, or in the keywords. */
export function search(services, { text, region, limit = 10 }) {
  const words = fold(text).split(/\s+/);
  return services
    .filter((service) => region === undefined || service.region === region)
    .map((service) => ({ service, score: score(service, words) }))
    .filter((match) => match.score > 0)
    .toSorted((a, b) => b.score - a.score || compareIds(a.service, b.service))
    .slice(0, Math.min(Math.max(1, Math.trunc(limit) || 10), MOST))
    .map(({ service }) => listing(service));
}

/** What the directory shows of a service. */
function listing({ region, serviceId, name, nameChinese, url }) {
  return { region, serviceId, name, nameChinese, url };
}

function compareIds(a, b) {
  return `${a.region}/${a.serviceId}`.localeCompare(`${b.region}/${b.serviceId}`);
}

/** Words in a name count three times as much as in the keywords; 0 when a word occurs nowhere. */
function score({ name, nameChinese, keywords }, words) {
  const names = fold(`${name ?? ''} ${nameChinese ?? ''}`);
  const others = fold(Array.isArray(keywords) ? keywords.join(' ') : '');
  const scores = words.map((word) => (names.includes(word) ? 3 : others.includes(word) ? 1 : 0));
  return scores.includes(0) ? 0 : scores.reduce((sum, value) => sum + value, 0);
}

/** One form for full-width and half-width, upper and lower case. */
function fold(text) {
  return String(text).normalize('NFKC').toLowerCase();
}
