import type { Partition } from '../../../model';
import { readPolicy, type PolicyDocument } from '../../../proofs/guardrails';
import { asText, at, get, Reference, type Graph, type Resource, type Value } from '../../../template';
import { accountIdOf, arnOfResource, nameOf } from './arns';
import { Documents } from './documents';

/** A role of these templates with the policies that say what it may. */
export interface Identity {
  readonly resource: Resource;
  readonly name: string;
  readonly arn: string;
  /** 12 digits. */
  readonly account: string;
  readonly policies: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument;
}

const ADMINISTRATOR = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

/** The roles of a graph, each with its policies wherever they stand. */
export function identitiesOf(graph: Graph, partition: Partition): readonly Identity[] {
  const reader = new Reader(graph, partition);
  return graph.ofType('AWS::IAM::Role').map((role) => reader.identity(role));
}

class Reader {
  private readonly documents: Documents;
  /** Policies that name their roles, by role. */
  private readonly attached = new Map<Resource, PolicyDocument[]>();

  constructor(
    private readonly graph: Graph,
    private readonly partition: Partition,
  ) {
    this.documents = new Documents(graph, partition);
    for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']) {
      for (const policy of graph.ofType(type)) this.attach(policy);
    }
  }

  identity(role: Resource): Identity {
    const { properties } = role;
    const inline = at(properties, 'Policies[]').map(({ value }) =>
      this.documents.read(get(value, 'PolicyDocument'), asText(get(value, 'PolicyName')) ?? 'inline policy'),
    );
    const managed = at(properties, 'ManagedPolicyArns[]').map(({ value }) => this.managed(value));
    const boundary = properties['PermissionsBoundary'];
    return {
      resource: role,
      name: nameOf(role),
      arn: arnOfResource(role, this.partition) ?? '',
      account: accountIdOf(role),
      policies: [...inline, ...managed, ...(this.attached.get(role) ?? [])],
      ...(boundary === undefined || boundary === null ? {} : { boundary: this.managed(boundary) }),
    };
  }

  private attach(policy: Resource): void {
    const document = this.documents.read(policy.properties['PolicyDocument'], nameOf(policy));
    const named = [...at(policy.properties, 'Roles[]'), ...at(policy.properties, 'RoleName')];
    for (const { value } of named) {
      const role = this.roleNamed(value, policy);
      if (role) this.attached.set(role, [...(this.attached.get(role) ?? []), document]);
    }
  }

  private roleNamed(value: Value | undefined, policy: Resource): Resource | undefined {
    if (value instanceof Reference) return this.graph.follow(value);
    const name = asText(value);
    if (name === undefined) return undefined;
    const account = accountIdOf(policy);
    return this.graph.ofType('AWS::IAM::Role').find((role) => accountIdOf(role) === account && nameOf(role) === name);
  }

  /** A managed policy of these templates; of AWS’s own ones only the one for administrators is known. */
  private managed(value: Value | undefined): PolicyDocument {
    const policy = value instanceof Reference ? this.graph.follow(value) : this.policyNamed(asText(value));
    if (policy?.type === 'AWS::IAM::ManagedPolicy') {
      return this.documents.read(policy.properties['PolicyDocument'], nameOf(policy));
    }
    const text = asText(value);
    const name = text?.split('/').at(-1) ?? 'a managed policy';
    if (text?.endsWith(':policy/AdministratorAccess')) return readPolicy(ADMINISTRATOR, name);
    const why = text === undefined ? 'is not known before the deployment' : 'stands in no template';
    return { ...readPolicy({}, name), unread: [`${name} ${why}`] };
  }

  private policyNamed(arn: string | undefined): Resource | undefined {
    if (arn === undefined) return undefined;
    return this.graph.ofType('AWS::IAM::ManagedPolicy').find((policy) => arnOfResource(policy, this.partition) === arn);
  }
}
