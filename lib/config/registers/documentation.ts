import type { z } from 'zod';
import { waiverRegisterSchema } from '../../model';
import { gatePolicySchema } from '../schema';
import { referencePage } from '../reference';
import { toJsonSchema, type JsonSchema } from '../shape';

/** A file of its own beside the config: its JSON Schema for editors, and its reference page. */
export interface RegisterDocumentation {
  readonly jsonSchema: JsonSchema;
  readonly page: string;
}

const WAIVERS = `# \`waivers.yaml\`

Generated from the schema; do not edit. Editors check the file by [waivers.schema.json](waivers.schema.json)
(\`# yaml-language-server: $schema=…\`). What a waiver does: [docs/waivers.md](../waivers.md).

The file is YAML 1.2 or JSON. Anchors, merge keys and comments work as usual; a key that occurs twice is an error, and so
is a key that is not listed here. There are no tags: what the owners of the file guard is all that counts.`;

const POLICY = `# \`gate-policy.yaml\`

Generated from the schema; do not edit. Editors check the file by [gate-policy.schema.json](gate-policy.schema.json)
(\`# yaml-language-server: $schema=…\`). What a policy does: [docs/gate-policy.md](../gate-policy.md).

The file is YAML 1.2 or JSON, without tags. Every key is optional: what is left out is no floor.`;

/** Documentation of the policy of the gate. */
export function policyDocumentation(): RegisterDocumentation {
  return documentation(gatePolicySchema, POLICY);
}

/** Documentation of the register of waivers. */
export function waiverDocumentation(): RegisterDocumentation {
  return documentation(waiverRegisterSchema, WAIVERS);
}

function documentation(schema: z.ZodType, introduction: string): RegisterDocumentation {
  const jsonSchema = toJsonSchema(schema);
  return { jsonSchema, page: referencePage(jsonSchema, introduction) };
}
