import Ajv, { type ValidateFunction } from 'ajv';
import type { ContractDocument, Operation, Schema } from './document.js';

/** What is wrong with an answer; `undefined` when it is as the contract says. */
export type Check = (operation: Operation, status: number, body: unknown) => string | undefined;

/**
 * Checks answers against the document's schemas.
 * @param exact whether a field that the contract does not know is a fault: in our own sandbox, but not in a platform that may know more
 */
export function createCheck({ components }: ContractDocument, exact: boolean): Check {
  const ajv = new Ajv({ unknownFormats: 'ignore', allErrors: true });
  const schemas = exact ? (closed(components.schemas) as Record<string, Schema>) : components.schemas;
  ajv.addSchema({ $id: 'contract', components: { schemas } });
  const compiled = new Map<Schema, ValidateFunction>();
  const compile = (schema: Schema): ValidateFunction => {
    const own = JSON.stringify(exact ? closed(schema) : schema).replaceAll('"#/components', '"contract#/components');
    return ajv.compile(JSON.parse(own) as Schema);
  };
  return (operation, status, body) => {
    const schema = operation.answers.get(status);
    if (!schema) return `status ${status} is not in the contract`;
    const validate = compiled.get(schema) ?? compile(schema);
    compiled.set(schema, validate);
    return validate(body) ? undefined : ajv.errorsText(validate.errors, { dataVar: String(status) });
  };
}

/** A schema whose objects have the fields they name and no others. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return isObject(schema) ? { ...inner, additionalProperties: false } : inner;
}

const isObject = (schema: object): boolean =>
  'properties' in schema && 'type' in schema && [schema.type].flat().includes('object') && !('additionalProperties' in schema);
