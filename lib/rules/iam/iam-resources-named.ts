import { and, forSome, not, type Trilean } from '../../model';
import { asText, Unknown, type Value } from '../../template';
import { forbid, IDENTITY_POLICY_TYPES, identityDocuments, isAllow, limitsResources, onEverything } from '../policy';
import type { Rule } from '../rule';

/** Actions without resource-level permissions, as the service authorisation reference lists them, of services in common use. */
const WITHOUT_RESOURCE = new RegExp(
  `^(${[
    '[\\w-]+:(describe|list)\\w*\\*?',
    'acm:(requestcertificate|importcertificate)',
    'aws-portal:.*',
    'ce:.*',
    'cloudtrail:lookupevents',
    'cloudwatch:(putmetricdata|getmetric\\w+)',
    'config:(put(evaluations|configurationrecorder|deliverychannel)|get\\w*|select\\w*|start\\w*)',
    'ec2:(create|delete|assign|unassign)(networkinterface|privateipaddresses)\\w*',
    'ec2:get\\w*',
    'ec2messages:.*',
    'ecr:getauthorizationtoken',
    'guardduty:(createdetector|(create|get)members|updateorganizationconfiguration|(enable|disable)organizationadminaccount)',
    'iam:(update|delete)accountpasswordpolicy',
    'iam:(generate|get(account|credential|servicelast)|simulate)\\w*',
    'inspector2:.*',
    'kms:(createkey|generaterandom|listaliases)',
    'logs:(createlogdelivery|getlogdelivery|updatelogdelivery|deletelogdelivery|putresourcepolicy|(start|stop|get)quer\\w+)',
    'macie2:((enable|disable)organizationadminaccount|update(automateddiscovery|organization)configuration)',
    'organizations:.*',
    'pricing:.*',
    's3:(getaccountpublicaccessblock|putaccountpublicaccessblock|createjob|getaccesspoint)',
    'secretsmanager:getrandompassword',
    'securityhub:.*',
    'ssm:(createopsitem|getinventory\\w*|updateinstanceinformation|putinventory|putcomplianceitems)',
    'ssmmessages:.*',
    'sts:(getcalleridentity|getaccessfor\\w*|getsessiontoken|decodeauthorizationmessage)',
    'support:.*',
    'tag:get\\w*',
    'trustedadvisor:.*',
    'xray:.*',
  ].join('|')})$`,
  'i',
);

/**
 * Actions that only describe or list, and those for which AWS knows no resource, are right with an asterisk; so is
 * a statement with a condition, unless the condition is on transport, time or the size of what is made.
 */
export const iamResourcesNamed: Rule = {
  id: 'iam-resources-named',
  control: 'IDN-04',
  severity: 'medium',
  message: 'The policy allows its actions on every resource.',
  remediation: 'List the resources, or add a condition that limits them, for example on tags.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'resources that are named',
    is: (item) =>
      and(
        isAllow(item),
        onEverything(item),
        () => not(limitsResources(item)),
        () => forSome(item.actions, needsResource),
      ),
  }),
};

function needsResource(action: Value): Trilean {
  if (action instanceof Unknown) return 'unknown';
  return !WITHOUT_RESOURCE.test(asText(action) ?? '');
}
