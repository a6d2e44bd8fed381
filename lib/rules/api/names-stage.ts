import type { Trilean } from '../../model';
import { partsOf, Reference, Unknown, type Graph, type Part, type Resource, type Value } from '../../template';

/** Stands for a piece of text that cannot be told from others. */
const OPEN = '<?>';

/**
 * Whether an ARN means a stage: its last field is the stage's name, one before it the API. Names may be written out, or
 * be references to the stage, to the API, or to a stage of the same name.
 */
export function namesStage(arn: Value | undefined, stage: Resource, graph: Graph): Trilean {
  const fields = textOf(arn, graph)?.split('/') ?? [];
  const api = textOf(stage.properties['RestApiId'], graph) ?? OPEN;
  const names = [
    textOf(stage.properties['StageName'], graph),
    textOf(new Reference(stage.logicalId, undefined, stage.template.path), graph),
  ];
  const [last = '', ...before] = fields.toReversed();
  if (names.includes(last) && before.includes(api)) return true;
  const isOpen = [last, ...before.slice(0, -1), api].some((field) => field.includes(OPEN));
  return isOpen ? 'unknown' : false;
}

/** Text in which equal pieces are equal, whatever they become; undefined for what is no text. */
function textOf(value: Value | undefined, graph: Graph): string | undefined {
  return partsOf(value)
    ?.map((part) => textOfPart(part, graph))
    .join('');
}

function textOfPart(part: Part, graph: Graph): string {
  if (typeof part === 'string') return part;
  if (part instanceof Unknown) return part.source?.startsWith('AWS::') === true ? `<${part.source}>` : OPEN;
  const target = part.attribute === undefined ? graph.follow(part) : undefined;
  const name = target?.type === 'AWS::ApiGateway::Stage' ? target.properties['StageName'] : undefined;
  if (typeof name === 'string') return name;
  return `<${part.template.replaceAll('/', '|')} ${part.logicalId} ${part.attribute ?? ''}>`;
}
