import { and, forSome, or, type Trilean } from '../../model';
import { asText, OneOf, textIncludes, Unknown, type Resource, type Value } from '../../template';
import { among, at, fail, get, NOT_APPLICABLE, pass, referred, unknown } from '../check';
import type { Rule, RuleContext } from '../rule';

const EXPECTED = 'a record with v=spf1, v=DMARC1 or a DKIM key';

const isMail = among('MX');
const isText = among('TXT', 'CNAME');

/**
 * Judged where the unit makes the zone in which the MX record stands, and hence all records of it: the others may stand
 * elsewhere. G3 15.1(h) asks for one of the three.
 */
export const mailDomainAuthenticated: Rule = {
  id: 'mail-domain-authenticated',
  control: 'WKL-11',
  message: 'Anybody can send mail in the name of the domain.',
  remediation: 'Publish SPF, DKIM or DMARC of the domain in TXT records of the zone.',
  types: ['AWS::Route53::RecordSet'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const { properties } = resource;
    const zone = zoneOf(resource, graph);
    if (isMail.test(properties['Type']) !== true || zone === undefined) return NOT_APPLICABLE;
    const name = properties['Name'];
    const found = { path: 'Name', value: name };
    const others = recordsOf(graph, zone).map((record) => authenticates(record, name));
    const has = or(...others);
    if (has === true) return pass(found, EXPECTED);
    if (has === false) return fail(found, EXPECTED);
    return { ...unknown(found, EXPECTED), because: 'what another record of the zone says is made at deployment' };
  },
};

function zoneOf({ properties }: Resource, graph: RuleContext['graph']): Resource | undefined {
  const id = properties['HostedZoneId'];
  return referred(id, graph);
}

/** Records of a zone: by themselves, and those of groups. */
function recordsOf(graph: RuleContext['graph'], zone: Resource): readonly Value[] {
  const alone = graph.ofType('AWS::Route53::RecordSet').filter((record) => zoneOf(record, graph) === zone);
  const groups = graph.ofType('AWS::Route53::RecordSetGroup').filter((group) => zoneOf(group, graph) === zone);
  return [
    ...alone.map(({ properties }) => properties),
    ...groups.flatMap(({ properties }) => at(properties, 'RecordSets[]').map(({ value }) => value ?? null)),
  ];
}

/** SPF stands at the domain itself, DMARC and DKIM below it. */
function authenticates(record: Value, domain: Value | undefined): Trilean {
  const values = at(record, 'ResourceRecords[]').map(({ value }) => value);
  const says = (word: string): Trilean => forSome(values, (value) => includes(value, word));
  const name = get(record, 'Name');
  const said = or(
    and(isAt(name, domain, ''), says('v=spf1')),
    and(isAt(name, domain, '_dmarc.'), says('v=DMARC1')),
    isBelow(name, domain),
  );
  return and(isText.test(get(record, 'Type')), said);
}

function includes(value: Value | undefined, word: string): Trilean {
  return value instanceof OneOf ? 'unknown' : textIncludes(value, word);
}

function isAt(name: Value | undefined, domain: Value | undefined, prefix: string): Trilean {
  const texts = [dotless(name), dotless(domain)];
  if (texts.includes(undefined)) return name instanceof Unknown || domain instanceof Unknown ? 'unknown' : false;
  return texts[0] === `${prefix}${texts[1]}`;
}

function isBelow(name: Value | undefined, domain: Value | undefined): Trilean {
  const texts = [dotless(name), dotless(domain)];
  if (texts.includes(undefined)) return 'unknown';
  return texts[0]?.endsWith(`._domainkey.${texts[1]}`) ?? false;
}

function dotless(value: Value | undefined): string | undefined {
  return asText(value)?.toLowerCase().replace(/\.$/, '');
}
