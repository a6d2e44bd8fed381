import { asText, type Resource } from '../../template';
import { absent, among, at, either, isNot, judge, present, type Found } from '../check';
import type { Rule } from '../rule';

/**
 * A port of one’s own keeps simple scans out of the logs; it is no defence, hence low. Not set is the default.
 * Members of clusters listen where their cluster says.
 */
export const databasePortNotDefault: Rule = {
  id: 'database-port-not-default',
  control: 'NET-21',
  message: 'The database listens on the port that every scan tries first.',
  remediation: 'Set Port to another one than the engine’s default.',
  types: [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::CacheCluster',
    'AWS::Neptune::DBCluster',
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Workgroup',
  ],
  scope: 'resource',
  evaluate: (resource) =>
    judge(
      ports(resource),
      isNot('a port other than the engine’s default', either(absent, among(...defaults(resource)))),
    ),
};

const DEFAULT_PORTS: readonly (readonly [RegExp, string])[] = [
  [/mysql|mariadb|^aurora$/, '3306'],
  [/postgres/, '5432'],
  [/oracle/, '1521'],
  [/sqlserver/, '1433'],
  [/db2/, '50000'],
  [/redis|valkey/, '6379'],
  [/memcached/, '11211'],
  [/docdb/, '27017'],
];

const PORT_OF_TYPE: Readonly<Record<string, string>> = {
  'AWS::DocDB::DBCluster': '27017',
  'AWS::ElastiCache::ReplicationGroup': '6379',
  'AWS::Neptune::DBCluster': '8182',
  'AWS::Redshift::Cluster': '5439',
  'AWS::RedshiftServerless::Workgroup': '5439',
};

/** Aurora clusters of PostgreSQL listen on 3306 too when they are not told otherwise. */
function defaults({ type, properties }: Resource): readonly string[] {
  const engine = asText(properties['Engine']) ?? '';
  const found = DEFAULT_PORTS.find(([pattern]) => pattern.test(engine))?.[1] ?? PORT_OF_TYPE[type];
  return found === undefined ? DEFAULT_PORTS.map(([, port]) => port) : [found];
}

function ports({ type, properties }: Resource): readonly Found[] {
  const isMember = present.test(properties['DBClusterIdentifier']) === true;
  return isMember ? [] : at(properties, type === 'AWS::Neptune::DBCluster' ? 'DBPort' : 'Port');
}
