import { Command, Option } from 'commander';
import type { Session } from '../io';
import { tagValue } from '../option-values';
import type * as add from '../run/waiver-add';
import type * as list from '../run/waiver-list';
import type * as prune from '../run/waiver-prune';
import { NOW } from './shared-options';

const WAIVERS_FILE = 'waivers.yaml';

export function waiverCommand(session: Session): Command {
  return new Command('waiver')
    .summary('edit the register of waivers')
    .description('Edit the register of waivers; its comments and its order stay.')
    .addCommand(addCommand(session))
    .addCommand(listCommand(session))
    .addCommand(pruneCommand(session));
}

/** What all commands on a register know. */
function registerCommand(name: string): Command {
  return new Command(name)
    .option('--waivers <FILE>', 'the register', WAIVERS_FILE)
    .option('-c, --config <FILE>', 'config of the landing zone, for its profile')
    .option('--profile <ID>', 'jurisdiction that says how long waivers may last, and when a day ends (default: hk-s17)')
    .addOption(NOW);
}

function addCommand(session: Session): Command {
  return registerCommand('add')
    .summary('add a waiver to the register')
    .description(
      'Add a waiver to the register, which is made when there is none. A finding of a saved result gives rule, control and place; options come before it. Texts of the scope are exact, or globs.',
    )
    .argument('[RESULTS]', 'result that "lionrock gate --format json=FILE" wrote, for --from-finding')
    .option('--from-finding <ID>', 'take rule, control and narrowest scope from this finding')
    .option('--id <ID>', 'name of the waiver (default: the next, such as W-2026-014)')
    .option('--control <ID>', 'control from which is waived')
    .option('--rule <ID>', 'rule from which is waived')
    .option('--organization <ID>', 'scope: organisation')
    .option('--unit <PATH>', 'scope: organisational unit, by path or id')
    .option('--account <ID>', 'scope: account, by id or name')
    .option('--stack <NAME>', 'scope: stack')
    .option('--construct-path <PATH>', 'scope: path of the construct')
    .option('--logical-id <ID>', 'scope: logical id')
    .option('--type <TYPE>', 'scope: resource type')
    .option('--tag <KEY=VALUE>', 'scope: tag; repeatable, all must agree', tagValue)
    .option('--property <PATH>', 'scope: property')
    .option('--reason <TEXT>', 'why the control cannot be met')
    .option('--compensating-control <TEXT>', 'what limits the risk instead')
    .option('--risk-owner <WHO>', 'who bears the risk')
    .option('--approver <WHO>', 'who approved it; never the risk owner')
    .option('--ticket <REFERENCE>', 'reference of the approval')
    .option('--issued <DAY>', 'day of the approval (default: today)')
    .option('--expires <DAY>', 'last day, included')
    .option('--review-date <DAY>', 'day on which to look at it again')
    .option('--dry-run', 'show the waiver, and write nothing')
    .action((results: string | undefined, flags: add.WaiverAddFlags) => {
      const { runWaiverAdd }: typeof add = require('../run/waiver-add');
      session.status = runWaiverAdd(results, flags, session);
    });
}

function listCommand(session: Session): Command {
  return registerCommand('list')
    .summary('list waivers with their states')
    .description('List the waivers of the register: live, expiring or expired, with the days that are left.')
    .argument('[RESULTS]', 'result that the gate wrote with this register: it says which waivers match nothing')
    .addOption(new Option('--format <F>', 'text or json').choices(['text', 'json']).default('text'))
    .action((results: string | undefined, flags: list.WaiverListFlags) => {
      const { runWaiverList }: typeof list = require('../run/waiver-list');
      session.status = runWaiverList(results, flags, session);
    });
}

function pruneCommand(session: Session): Command {
  return registerCommand('prune')
    .summary('remove waivers that are over')
    .description('Remove from the register what has expired and, by a saved result, what matches nothing.')
    .argument('[RESULTS]', 'result that the gate wrote with this register: what matches nothing goes too')
    .option('--dry-run', 'show what would go, and write nothing')
    .action((results: string | undefined, flags: prune.WaiverPruneFlags) => {
      const { runWaiverPrune }: typeof prune = require('../run/waiver-prune');
      session.status = runWaiverPrune(results, flags, session);
    });
}
