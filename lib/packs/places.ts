import { CfnElement, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Finds constructs by the template and the logical id that they have there. */
export class Places {
  private readonly stacks = new Map<string, Stack>();
  private readonly elements = new Map<Stack, Map<string, IConstruct>>();

  /**
   * @param keyOf Name of a stack's template, by which it is found.
   * @throws Error when there are resources but no stack is recognised: the pack would be silent.
   */
  constructor(root: IConstruct, keyOf: (stack: Stack) => string) {
    const nodes = root.node.findAll();
    for (const node of nodes) if (Stack.isStack(node)) this.addStack(node, keyOf(node));
    for (const node of nodes) if (CfnElement.isCfnElement(node)) this.addElement(node);
    if (this.stacks.size > 0 && this.resources > 0) return;
    const resources = nodes.filter((node) => 'cfnResourceType' in node).length;
    if (this.stacks.size > 0 && resources === 0) return;
    throw new Error(
      `expected a construct tree with stacks, found ${this.stacks.size} stacks and ${resources} resources below "${root.node.path}": ` +
        'nothing would be judged. Give a scope that holds stacks, and have one version of aws-cdk-lib and constructs (npm ls aws-cdk-lib constructs)',
    );
  }

  /** @param key Name of a template; that of a template within a stack set is `OUTER#LogicalIdOfTheStackSet`. */
  stack(key: string): Stack | undefined {
    return this.stacks.get(key.split('#', 1)[0] ?? key);
  }

  /** The construct, or the nearest known one around it; undefined for the template of no stack. */
  find(key: string, logicalId: string): IConstruct | undefined {
    const stack = this.stack(key);
    const stackSet = key.split('#')[1];
    return stack && (this.elements.get(stack)?.get(stackSet ?? logicalId) ?? stack);
  }

  private get resources(): number {
    return [...this.elements.values()].reduce((sum, elements) => sum + elements.size, 0);
  }

  private addStack(stack: Stack, key: string): void {
    this.stacks.set(key, stack);
    this.elements.set(stack, new Map());
  }

  private addElement(element: CfnElement): void {
    const { stack } = element;
    const logicalId: unknown = stack.resolve(element.logicalId);
    this.elements.get(stack)?.set(String(logicalId), element);
  }
}
