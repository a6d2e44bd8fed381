import Ajv2020 from 'ajv/dist/2020';
import { deploymentJsonSchemas } from '../../../lib/report';

/** What is wrong with a document of the commands of deployment by its shipped schema; nothing when it is as promised. */
export function schemaErrors(name: 'doctor' | 'deployment' | 'destruction' | 'accounts', text: string): string[] {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(deploymentJsonSchemas()[name] ?? {});
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
