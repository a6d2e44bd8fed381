import { ACL_ASSOCIATION, ROUTE_TABLE_ASSOCIATION } from '../network/associations';
import { CLOSED_DEFAULT_GROUP } from '../network/default-group';
import { ENDPOINT, NAT_GATEWAY, SUBNET, VPC } from '../network/places';
import type { Reader } from '../reader';
import { BUCKET } from './bucket';
import { BUCKET_POLICY } from './bucket-policy';
import { DETECTOR } from './detector';
import { FLOW_LOG } from './flow-log';
import { GUARDRAIL } from './guardrail';
import { KEY } from './key';
import { LOG_GROUP } from './log-group';
import { MANAGED_POLICY } from './managed-policy';
import { PASSWORD_POLICY } from './password-policy';
import { PLAN } from './plan';
import { RECORDER } from './recorder';
import { ROLE } from './role';
import { TRAIL } from './trail';
import { VAULT } from './vault';

const READERS: readonly Reader[] = [
  ACL_ASSOCIATION,
  BUCKET,
  BUCKET_POLICY,
  CLOSED_DEFAULT_GROUP,
  DETECTOR,
  ENDPOINT,
  FLOW_LOG,
  GUARDRAIL,
  KEY,
  LOG_GROUP,
  MANAGED_POLICY,
  NAT_GATEWAY,
  PASSWORD_POLICY,
  PLAN,
  RECORDER,
  ROLE,
  ROUTE_TABLE_ASSOCIATION,
  SUBNET,
  TRAIL,
  VAULT,
  VPC,
];

/** How resources are read, by type. */
export const READERS_BY_TYPE: ReadonlyMap<string, Reader> = new Map(READERS.map((reader) => [reader.type, reader]));
