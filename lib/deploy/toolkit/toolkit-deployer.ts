import { types } from 'node:util';
import {
  BaseCredentials,
  StackSelectionStrategy,
  Toolkit,
  type CachedCloudAssembly,
  type IIoHost,
  type IoMessage,
} from '@aws-cdk/toolkit-lib';
import type { AwsSession } from '../aws';
import type { PlannedStack } from '../plan';
import type { Deployed, Deployer, StackProgress } from '../run';
import { clearFailedCreation } from './clear-failed-creation';
import { settled } from './settled';
import { stackStatus } from './stack-status';

export interface ToolkitDeployerOptions {
  /** Folder of the cloud assembly. */
  readonly assembly: string;
  readonly session: AwsSession;
  /** `change-set`: CloudFormation plans first; `direct`: it changes at once, which is faster. */
  readonly method: 'change-set' | 'direct';
  /** Told every message of the toolkit, for the log. */
  readonly onMessage?: (stack: string, message: string) => void;
}

/** States of a stack that came to stand and was not taken away. */
const STANDING = /^(CREATE_COMPLETE|IMPORT_.*|UPDATE_.*)$/;

/** Deploys by the toolkit of the CDK, as the `cdk` command line does. */
export class ToolkitDeployer implements Deployer {
  private constructor(
    private readonly assembly: CachedCloudAssembly,
    private readonly options: ToolkitDeployerOptions,
  ) {}

  /** Reads the assembly, once for all stacks. */
  static async open(options: ToolkitDeployerOptions): Promise<ToolkitDeployer> {
    const toolkit = new Toolkit({ ioHost: new StackHost(() => undefined), color: false, emojis: false });
    const source = await toolkit.fromAssemblyDirectory(options.assembly);
    return new ToolkitDeployer(await toolkit.synth(source), options);
  }

  async deploy(
    stack: PlannedStack,
    wasInterrupted: boolean,
    onProgress: (progress: StackProgress) => void,
  ): Promise<Deployed> {
    const { session, method, onMessage } = this.options;
    if (wasInterrupted) await settled(session, stack);
    const note = await clearFailedCreation(session, stack);
    if (note !== undefined) onProgress({ completed: 0, total: undefined, note });
    const host = new StackHost(onProgress, (message) => onMessage?.(stack.id, message));
    const { stacks } = await this.toolkit(host)
      .deploy(this.assembly, {
        stacks: { strategy: StackSelectionStrategy.PATTERN_MUST_MATCH_SINGLE, patterns: [stack.id] },
        deploymentMethod: { method },
      })
      .catch(rethrowCause);
    return { changed: host.changed, outputs: stacks[0]?.outputs ?? {} };
  }

  async isStanding(stack: PlannedStack): Promise<boolean> {
    return STANDING.test((await stackStatus(this.options.session, stack)) ?? '');
  }

  /**
   * Takes a stack away and waits for it.
   * @throws Error when CloudFormation could not.
   */
  async destroy(stack: PlannedStack): Promise<Deployed> {
    const { stacks } = await this.toolkit(new StackHost(() => undefined))
      .destroy(this.assembly, {
        stacks: { strategy: StackSelectionStrategy.PATTERN_MUST_MATCH_SINGLE, patterns: [stack.id] },
      })
      .catch((error: unknown) => this.unlessGone(stack, error));
    return { changed: stacks[0]?.stackExisted ?? true, outputs: {} };
  }

  /** A stack that went while the toolkit looked at it is no failure. */
  private async unlessGone(stack: PlannedStack, error: unknown): Promise<{ readonly stacks: readonly [] }> {
    if ((await stackStatus(this.options.session, stack)) !== undefined) rethrowCause(error);
    return { stacks: [] };
  }

  /** Releases the assembly. */
  async close(): Promise<void> {
    await this.assembly.dispose();
  }

  private toolkit(ioHost: IIoHost): Toolkit {
    const { session } = this.options;
    return new Toolkit({
      ioHost,
      color: false,
      emojis: false,
      sdkConfig: {
        baseCredentials: BaseCredentials.custom({ provider: () => session.keys(), region: session.region }),
        ...(session.proxy ? { httpOptions: { agent: session.proxy } } : {}),
      },
    });
  }
}

/** The toolkit puts the name of the stack before what CloudFormation says; whoever tells it does so, too. */
function rethrowCause(error: unknown): never {
  throw types.isNativeError(error) && types.isNativeError(error.cause) ? error.cause : error;
}

/** Hears what the toolkit says of one stack; it never asks anybody: the gate has decided. */
class StackHost implements IIoHost {
  changed = true;

  constructor(
    private readonly onProgress: (progress: StackProgress) => void,
    private readonly onMessage: (message: string) => void = () => undefined,
  ) {}

  notify(message: IoMessage<unknown>): Promise<void> {
    this.onMessage(`${message.level} ${message.code ?? ''} ${message.message}`);
    const data = typeof message.data === 'object' && message.data !== null ? message.data : {};
    if (message.code === 'CDK_TOOLKIT_I5502' && 'progress' in data) {
      const { completed, total } = data.progress as { readonly completed: number; readonly total?: number };
      this.onProgress({ completed, total });
    }
    if (message.code === 'CDK_TOOLKIT_I5900' && 'noOp' in data) this.changed = data.noOp !== true;
    return Promise.resolve();
  }

  requestResponse<T>(request: { readonly defaultResponse: T }): Promise<T> {
    return Promise.resolve(request.defaultResponse);
  }
}
