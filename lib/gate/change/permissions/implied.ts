import type { PermissionKind } from '../../../model';
import { isMap, listOf, type Resource, type Value } from '../../../template';
import { plainText } from '../../baseline/places';

/** What a resource permits although no policy document says it. */
interface Implied {
  readonly kind: PermissionKind;
  readonly bodies: readonly Value[];
  readonly unread: readonly string[];
}

/** Statements that say the same as resources which permit something in a form of their own. */
export function impliedStatements({ type, properties }: Resource): Implied | undefined {
  switch (type) {
    case 'AWS::Lambda::Permission':
      return { kind: 'resource', bodies: [invocation(properties)], unread: [] };
    case 'AWS::RAM::ResourceShare':
      return { kind: 'resource', bodies: [share(properties)], unread: [] };
    case 'AWS::SSO::Assignment':
      return { kind: 'identity', bodies: [assignment(properties)], unread: [] };
    default:
      return undefined;
  }
}

type Properties = { readonly [key: string]: Value };

function invocation({ Action = 'lambda:InvokeFunction', Principal = null, ...rest }: Properties): Value {
  const { SourceArn, SourceAccount, PrincipalOrgID } = rest;
  const isService = plainText(Principal).includes('.amazonaws.com');
  const conditions = {
    ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': SourceArn } }),
    ...(SourceAccount === undefined && PrincipalOrgID === undefined
      ? {}
      : {
          StringEquals: {
            ...(SourceAccount === undefined ? {} : { 'aws:SourceAccount': SourceAccount }),
            ...(PrincipalOrgID === undefined ? {} : { 'aws:PrincipalOrgID': PrincipalOrgID }),
          },
        }),
  };
  return {
    Effect: 'Allow',
    Principal: { [isService ? 'Service' : 'AWS']: Principal },
    Action,
    Resource: '*',
    ...(Object.keys(conditions).length === 0 ? {} : { Condition: conditions }),
  };
}

function share({ Principals = null, ResourceArns = null }: Properties): Value {
  return {
    Effect: 'Allow',
    Principal: { AWS: Principals },
    Action: 'use of what is shared',
    Resource: listOf(ResourceArns).length === 0 ? '*' : ResourceArns,
  };
}

function assignment({ PermissionSetArn, TargetId }: Properties): Value {
  return {
    Effect: 'Allow',
    Action: `all that the permission set ${plainText(PermissionSetArn)} allows`,
    Resource: `account ${plainText(TargetId)}`,
  };
}

/** The user or group of an assignment. */
export function assignedTo({ properties }: Resource): string {
  const { PrincipalType, PrincipalId } = properties;
  return `${isMap(PrincipalType) ? '' : plainText(PrincipalType).toLowerCase()} ${plainText(PrincipalId)}`.trim();
}
