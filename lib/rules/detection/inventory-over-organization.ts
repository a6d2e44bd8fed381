import { and, forSome, or } from '../../model';
import { asText, isList, type Value } from '../../template';
import { accountsOf, expectation, field, isTrue, NOT_APPLICABLE, propertyPath } from '../check';
import type { Rule } from '../rule';

const AGGREGATOR = 'AWS::Config::ConfigurationAggregator';
const PATH = 'OrganizationAggregationSource';

const allRegions = field('AllAwsRegions', isTrue);

/** Runs where an aggregator is, and on landing zones of several accounts that record their configuration. */
export const inventoryOverOrganization: Rule = {
  id: 'inventory-over-organization',
  control: 'GOV-11',
  message: 'No inventory shows the resources of the whole organisation.',
  remediation: 'Add a ConfigurationAggregator whose OrganizationAggregationSource names the regions of the profile.',
  types: [AGGREGATOR, 'AWS::Config::ConfigurationRecorder'],
  scope: 'estate',
  evaluate: (_anchor, { graph, profile }) => {
    const sources = graph.ofType(AGGREGATOR).map(({ properties }) => properties[PATH]);
    if (sources.length === 0 && accountsOf(graph).size < 2) return NOT_APPLICABLE;
    const expected = `an aggregator over the organisation, with ${profile.regions.join(', ')}`;
    const covers = (source: Value | undefined) =>
      and(
        source !== undefined,
        or(allRegions.test(source), field('AwsRegions', namesAll(profile.regions)).test(source)),
      );
    const holds = forSome(sources, covers);
    const property = propertyPath(sources.length > 0 ? PATH : '');
    const observed = sources.length > 0 ? sources.map((source) => source ?? 'not set') : 'no aggregator';
    if (holds === 'unknown')
      return {
        status: 'unknown',
        property,
        observed,
        expected,
        because: 'the source of an aggregator cannot be resolved',
      };
    return { status: holds ? 'pass' : 'fail', property, observed, expected };
  },
};

function namesAll(regions: readonly string[]) {
  return expectation(`with ${regions.join(', ')}`, (value) => {
    const named = isList(value) ? value.map(asText) : [];
    if (regions.every((region) => named.includes(region))) return true;
    return named.includes(undefined) ? 'unknown' : false;
  });
}
