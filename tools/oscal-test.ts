// Validates OSCAL documents against NIST's JSON schemas. They are not part of this repository: an argument or OSCAL_SCHEMAS
// names a folder that holds them (oscal_complete_schema.json of a release, or one for each model).
//   npm run oscal-test -- SCHEMAS [FOLDER of documents…]
// Exits 0 when every document is valid by every schema of its model, 1 when one is not, 77 without schemas.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { ownDocuments } from './oscal/own-documents';

interface Schema {
  readonly name: string;
  /** Roots that it knows. */
  readonly roots: ReadonlySet<string>;
  readonly validate: ValidateFunction;
}

interface Model {
  readonly $id?: string;
  readonly properties?: object;
  readonly oneOf?: readonly Model[];
}

type Documents = readonly (readonly [name: string, text: string])[];

function jsonFilesIn(folder: string): Documents {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

function schemasIn(folder: string): readonly Schema[] {
  return jsonFilesIn(folder).flatMap(([name, text]) => {
    const schema: Model = JSON.parse(text);
    if (schema.$id?.includes('/ns/oscal/') !== true) return [];
    // Each by itself: two versions of a definition have the same name.
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
    return [{ name: `${name}, ${schema.$id}`, roots: rootsOf(schema), validate: ajv.compile(schema) }];
  });
}

function rootsOf({ properties = {}, oneOf = [] }: Model): ReadonlySet<string> {
  return new Set([...Object.keys(properties), ...oneOf.flatMap((model) => [...rootsOf(model)])]);
}

/** Says of each document whether each schema that knows its root takes it; returns how many checks failed and passed. */
function validateAll(
  schemas: readonly Schema[],
  documents: Documents,
): { readonly failed: number; readonly passed: number } {
  let [failed, passed] = [0, 0];
  for (const [name, text] of documents) {
    const document: object = JSON.parse(text);
    const [root = ''] = Object.keys(document);
    const known = schemas.filter(({ roots }) => roots.has(root));
    if (known.length === 0) {
      failed += 1;
      console.log(`FAIL ${name}: no schema knows "${root}"`);
    }
    for (const { name: schema, validate } of known) {
      const isValid = validate(document);
      if (isValid) passed += 1;
      else failed += 1;
      console.log(`${isValid ? 'ok  ' : 'FAIL'} ${name} by ${schema}`);
      for (const { instancePath, message } of validate.errors?.slice(0, 10) ?? [])
        console.log(`     ${instancePath} ${message}`);
    }
  }
  return { failed, passed };
}

async function main(): Promise<void> {
  const [folder = process.env['OSCAL_SCHEMAS'] ?? '', ...others] = process.argv.slice(2);
  const schemas = folder === '' ? [] : schemasIn(folder);
  if (schemas.length === 0) {
    console.log('skipped: no schemas of NIST; name a folder that holds them, as an argument or in OSCAL_SCHEMAS');
    process.exitCode = 77;
    return;
  }
  const { failed, passed } = validateAll(schemas, [...(await ownDocuments()), ...others.flatMap(jsonFilesIn)]);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
