import { Command, Option } from 'commander';
import type { Session } from '../io';
import { portsValue, protocolValue } from '../option-values';
import type * as guardrails from '../run/prove-guardrails';
import type * as run from '../run/prove-reachability';
import type * as residency from '../run/prove-residency';
import { ACCOUNT, DOCUMENT_FORMAT, nowOption, PARAMETERS, PATHS, PROFILE, QUIET, REGION } from './shared-options';

export function proveCommand(session: Session): Command {
  return new Command('prove')
    .summary('prove what templates make possible')
    .description('Prove what templates make possible, with what shows it.')
    .addCommand(reachabilityCommand(session))
    .addCommand(residencyCommand(session))
    .addCommand(guardrailsCommand(session));
}

function reachabilityCommand(session: Session): Command {
  return new Command('reachability')
    .summary('who can open connections to whom')
    .description(
      'Say who can open connections to whom: every zone with every other, or one question with --from and --to. Both name internet, a zone (data, or VPC/data), an address block, a resource (LogicalId, or TEMPLATE#LogicalId), or several things at once: anywhere, default-groups (what wears the default security group of its VPC), instance-metadata (instances that give their metadata without a token). Each PATH is asked by itself: a file stands alone, the templates of a directory or an assembly see each other.',
    )
    .addArgument(PATHS)
    .option('--from <WHAT>', 'who opens the connection')
    .option('--to <WHAT>', 'to whom')
    .option(
      '--port <PORT>',
      'destination port, or several of which one will do: 443,8000-8010 (default: any)',
      portsValue,
    )
    .option('--protocol <NAME>', 'tcp, udp, icmp or all (default: tcp with --port, else all)', protocolValue)
    .option('--avoiding <WHAT>', 'leave only ways around this: inspection (every firewall), a zone, or a resource')
    .addOption(new Option('--expect <ANSWER>', 'exit with 1 when the answer differs').choices(['yes', 'no']))
    .option(
      '-c, --config <FILE>',
      'config of the landing zone: flows count as declared that it holds, and the properties that it states are proved',
    )
    .addOption(PROFILE)
    .addOption(REGION)
    .addOption(ACCOUNT)
    .addOption(PARAMETERS)
    .addOption(DOCUMENT_FORMAT)
    .addOption(nowOption('at which flows have expired'))
    .addOption(QUIET)
    .action((paths: string[], flags: run.ReachabilityFlags) => {
      const { runProveReachability }: typeof run = require('../run/prove-reachability');
      session.status = runProveReachability(paths, flags, session);
    });
}

function residencyCommand(session: Session): Command {
  return new Command('residency')
    .summary('by which ways data, keys, metadata and traffic can leave the jurisdiction')
    .description(
      'Say what can leave the jurisdiction, by which way, to where, and which declared transfer covers it. Each PATH is judged by itself: a file stands alone, the templates of a directory or an assembly see each other.',
    )
    .addArgument(PATHS)
    .option('-c, --config <FILE>', 'config of the landing zone: its profile, and its transfers, which decide')
    .addOption(PROFILE)
    .addOption(REGION)
    .addOption(ACCOUNT)
    .addOption(PARAMETERS)
    .addOption(DOCUMENT_FORMAT)
    .addOption(nowOption('at which transfers have expired'))
    .addOption(QUIET)
    .action((paths: string[], flags: residency.ResidencyFlags) => {
      const { runProveResidency }: typeof residency = require('../run/prove-residency');
      session.status = runProveResidency(paths, flags, session);
    });
}

function guardrailsCommand(session: Session): Command {
  return new Command('guardrails')
    .summary('what the policies of an organisation really deny')
    .description(
      'Say what the service and resource control policies of an organisation really deny, over every action and region: whether anything is possible outside the allowed regions, who can stop the trail, delete a key or leave, whether anybody is locked out, and which exempted actions can still move data. Each PATH is proved by itself: a file stands alone, the templates of a directory or an assembly see each other.',
    )
    .addArgument(PATHS)
    .option('-c, --config <FILE>', 'config of the landing zone: its profile applies')
    .option('--profile <ID>', 'jurisdiction whose regions are allowed (default: that of the config, else hk-s17)')
    .addOption(REGION)
    .addOption(ACCOUNT)
    .addOption(PARAMETERS)
    .addOption(DOCUMENT_FORMAT)
    .addOption(QUIET)
    .action((paths: string[], flags: guardrails.GuardrailFlags) => {
      const { runProveGuardrails }: typeof guardrails = require('../run/prove-guardrails');
      session.status = runProveGuardrails(paths, flags, session);
    });
}
