import { and, forSome, not, or, type Trilean } from '../../model';
import { asText, type Resource, type Value } from '../../template';
import { accompanied, among, anyOf, at, atLeast, get, guarded, orAbsent, property } from '../check';
import type { Rule } from '../rule';

const FSX = ['LustreConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration', 'WindowsConfiguration'];

const selected = accompanied({
  namings: [{ type: 'AWS::Backup::BackupSelection', path: 'BackupSelection.Resources[]' }],
  expected: 'a selection of a backup plan',
  otherwise: (resource, { graph }) =>
    forSome(graph.ofType('AWS::Backup::BackupSelection'), (selection) => coversByPattern(selection, resource)),
});

/** Of types whose service can take backups by itself, these are as good. */
const SELECTED_OR_OWN: Readonly<Record<string, Rule['evaluate']>> = {
  'AWS::EFS::FileSystem': anyOf(selected, property('BackupPolicy.Status', among('ENABLED'))),
  'AWS::FSx::FileSystem': anyOf(
    selected,
    anyOf(...FSX.map((kind) => property(`${kind}.AutomaticBackupRetentionDays`, atLeast(1, 'day')))),
  ),
};

/**
 * A selection counts wherever in the unit it stands: by ARN, by a pattern that covers the type, or by a tag that
 * the volume or file system has. Scratch file systems of Lustre, which is what it makes unless told otherwise, cannot be
 * backed up, and are not judged.
 */
export const storeInBackupPlan: Rule = {
  id: 'store-in-backup-plan',
  control: 'BKP-01',
  message: 'The volume or file system is in no backup plan.',
  remediation: 'Select it by a BackupSelection, by a tag, or turn its own backups on where it has them.',
  types: ['AWS::EC2::Volume', 'AWS::EFS::FileSystem', 'AWS::FSx::FileSystem'],
  scope: 'resource',
  evaluate: guarded(
    (resource) => not(isScratch(resource)),
    (resource, context) => (SELECTED_OR_OWN[resource.type] ?? selected)(resource, context),
  ),
};

const lustre = among('LUSTRE');

const scratch = orAbsent(among('SCRATCH_1', 'SCRATCH_2'));

function isScratch({ properties }: Resource): Trilean {
  return and(
    lustre.test(properties['FileSystemType']),
    scratch.test(get(properties, 'LustreConfiguration.DeploymentType')),
  );
}

function coversByPattern({ properties }: Resource, resource: Resource): Trilean {
  const patterns = at(properties, 'BackupSelection.Resources[]').map(({ value }) => among('*').test(value) === true);
  const tags = at(properties, 'BackupSelection.ListOfTags[]').map(({ value }) => hasTag(resource, value));
  return or(...patterns, ...tags);
}

function hasTag(resource: Resource, condition: Value | undefined): Trilean {
  const tags = [...at(resource.properties, 'Tags[]'), ...at(resource.properties, 'FileSystemTags[]')];
  return forSome(tags, ({ value }) =>
    and(
      same(get(value, 'Key'), get(condition, 'ConditionKey')),
      same(get(value, 'Value'), get(condition, 'ConditionValue')),
    ),
  );
}

function same(a: Value | undefined, b: Value | undefined): Trilean {
  const texts = [asText(a), asText(b)];
  return texts.includes(undefined) ? 'unknown' : texts[0] === texts[1];
}
