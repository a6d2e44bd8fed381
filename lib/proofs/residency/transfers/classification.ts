import { asText, isList, type Resource } from '../../../template';

const TAG = 'lionrock:classification';

/**
 * The classification of what a resource holds: that of its tag, else the highest that its account holds by the template’s
 * marker; undefined where neither tells.
 */
export function classificationOf({ properties, template }: Resource): string | undefined {
  const tags = properties['Tags'];
  const tag = isList(tags)
    ? tags.find((item) => typeof item === 'object' && item !== null && 'Key' in item && item['Key'] === TAG)
    : undefined;
  const tagged = typeof tag === 'object' && tag !== null && 'Value' in tag ? asText(tag['Value']) : undefined;
  return tagged ?? template.claims?.marker?.classification;
}
