import { asText, listOf, Reference, type Graph, type Resource, type Unit, type Value } from '../../../template';
import { placeKey, plainText, standsAlone } from '../../baseline/places';
import { calledOf } from '../place-of';
import { documentsOf, managedPoliciesOf, type PlacedDocument } from './documents';
import type { Holder, PlacedStatement } from './grant';
import { assignedTo } from './implied';

/** Where a policy that is a resource of its own names what it stands on. */
const ON: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 'Bucket',
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SQS::QueueInlinePolicy': 'Queue',
  'AWS::SNS::TopicPolicy': 'Topics',
  'AWS::SNS::TopicInlinePolicy': 'TopicArn',
  'AWS::SecretsManager::ResourcePolicy': 'SecretId',
  'AWS::Lambda::Permission': 'FunctionName',
  'AWS::Events::EventBusPolicy': 'EventBusName',
  'AWS::Kinesis::ResourcePolicy': 'ResourceArn',
};

/** Where policies of identities name those that have them. */
const ATTACHED: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Policy': ['Roles', 'Users', 'Groups'],
  'AWS::IAM::ManagedPolicy': ['Roles', 'Users', 'Groups'],
  'AWS::IAM::RolePolicy': ['RoleName'],
  'AWS::IAM::UserPolicy': ['UserName'],
  'AWS::IAM::GroupPolicy': ['GroupName'],
};

const IDENTITIES = /^AWS::(?:IAM::(?:Role|User|Group)|SSO::PermissionSet)$/;

/** Every identity and resource of a unit that has policies, by a name that edits leave. */
export function holdersOf({ graph }: Unit): ReadonlyMap<string, Holder> {
  return new Holders(graph).found;
}

class Holders {
  readonly found = new Map<string, Holder>();
  private readonly alone: boolean;
  /** Managed policies that something of these templates wears. */
  private readonly worn = new Set<Resource>();
  /** Those that limit others as their permissions boundary. */
  private readonly limits = new Set<Resource>();

  constructor(private readonly graph: Graph) {
    this.alone = standsAlone(graph);
    const resources = graph.templates.flatMap((template) => template.resources);
    for (const resource of resources) if (IDENTITIES.test(resource.type)) this.addIdentity(resource);
    for (const resource of resources) {
      for (const document of documentsOf(resource)) this.addTo(this.holdersOf(resource, document), document);
    }
  }

  private addIdentity(identity: Resource): void {
    const boundary = this.boundaryOf(identity);
    if (boundary) {
      const { key, name } = this.named(identity);
      this.found.set(`identity ${key}`, {
        kind: 'identity',
        name,
        resource: identity,
        statements: [],
        unread: [],
        boundary,
      });
    }
    this.addManaged(identity);
  }

  /** What stands elsewhere limits in ways that are not known. */
  private boundaryOf({ properties }: Resource): readonly PlacedStatement[] | undefined {
    const value = properties['PermissionsBoundary'];
    const policy = value instanceof Reference ? this.graph.follow(value) : undefined;
    if (!policy) return undefined;
    this.limits.add(policy);
    const documents = documentsOf(policy);
    return documents.some(({ unread }) => unread.length > 0)
      ? undefined
      : documents.flatMap(({ statements }) => statements);
  }

  /** What managed policies give an identity: those of these templates as they stand, others by name. */
  private addManaged(identity: Resource): void {
    for (const policy of managedPoliciesOf(identity)) {
      const resource = policy instanceof Reference ? this.graph.follow(policy) : undefined;
      if (resource) this.worn.add(resource);
      const document = resource
        ? documentsOf(resource)
        : [{ kind: 'identity' as const, statements: [named(policy, identity)], unread: [] }];
      for (const each of document) this.addTo([this.named(identity)], each);
    }
  }

  private addTo(owners: readonly Owner[], { kind, statements, unread }: PlacedDocument): void {
    for (const { key, name, resource } of owners) {
      const id = `${kind} ${key}`;
      const known = this.found.get(id) ?? { kind, name, resource, statements: [], unread: [] };
      this.found.set(id, {
        ...known,
        statements: [...known.statements, ...statements],
        unread: [...known.unread, ...unread],
      });
    }
  }

  /** Whose policy it is: what it is attached to, else the resource itself. */
  private holdersOf(resource: Resource, { kind }: PlacedDocument): readonly Owner[] {
    const { type, properties } = resource;
    if (type === 'AWS::SSO::Assignment') {
      const name = assignedTo(resource);
      return [{ key: name, name, resource }];
    }
    const places = kind === 'identity' ? (ATTACHED[type] ?? []) : [ON[type] ?? ''];
    const values = places.flatMap((name) => listOf(properties[name]));
    if (values.length === 0) return this.unattached(resource);
    return values.map((value) => this.follow(value, resource));
  }

  private follow(value: Value, from: Resource): Owner {
    const resource = value instanceof Reference ? this.graph.follow(value) : undefined;
    if (resource) return this.named(resource);
    const name = plainText(value);
    return { key: name, name, resource: from };
  }

  /** A managed policy that nothing of these templates wears is of whoever does. */
  private unattached(resource: Resource): readonly Owner[] {
    const own = this.named(resource);
    if (resource.type !== 'AWS::IAM::ManagedPolicy') return [own];
    if (this.limits.has(resource)) return [{ ...own, name: `whoever has the boundary ${own.name}` }];
    return this.worn.has(resource) ? [] : [{ ...own, name: `whoever has the policy ${own.name}` }];
  }

  private named(resource: Resource): Owner {
    return { key: placeKey(resource, this.alone), name: calledOf(resource), resource };
  }
}

interface Owner {
  readonly key: string;
  readonly name: string;
  readonly resource: Resource;
}

/** A managed policy that stands elsewhere: what it allows is known by its name alone. */
function named(policy: Reference | string, resource: Resource): PlacedStatement {
  const name = policy instanceof Reference ? plainText(policy) : policy;
  return {
    effect: 'Allow',
    actions: { not: false, texts: [`all that ${asText(name) ?? ''} allows`] },
    resources: { not: false, texts: ['*'] },
    principals: undefined,
    conditions: [],
    when: [],
    spelling: new Map(),
    index: 0,
    resource,
    property: 'Properties.ManagedPolicyArns',
    isCertain: true,
  };
}
