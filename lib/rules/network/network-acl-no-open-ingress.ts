import { and, or } from '../../model';
import { asBoolean, asText } from '../../template';
import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import { isWorld } from './traffic';
import { isText } from '../policy';
import type { Rule } from '../rule';

const EXPECTED = 'sources and protocols that are named';

/** Entries for egress and entries that deny are not judged. */
export const networkAclNoOpenIngress: Rule = {
  id: 'network-acl-no-open-ingress',
  control: 'NET-02',
  category: 'network-open-ingress',
  message: 'The network ACL lets the whole internet in on every protocol.',
  remediation: 'Name sources and protocols; a zone’s ACL mirrors the declared flows.',
  types: ['AWS::EC2::NetworkAclEntry'],
  scope: 'resource',
  evaluate: (resource) => {
    const { Egress, RuleAction, CidrBlock, Ipv6CidrBlock, Protocol } = resource.properties;
    const found = { path: 'CidrBlock', value: CidrBlock ?? Ipv6CidrBlock };
    if (asBoolean(Egress) === true || asText(RuleAction) === 'deny') return NOT_APPLICABLE;
    const bad = and(or(isWorld(CidrBlock), isWorld(Ipv6CidrBlock)), isText(Protocol, '-1'));
    return bad === true ? fail(found, EXPECTED) : bad === false ? pass(found, EXPECTED) : unknown(found, EXPECTED);
  },
};
