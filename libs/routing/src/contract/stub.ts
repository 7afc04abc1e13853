import { isObjectType } from 'graphql';
import { type Contract } from './contract.js';

/**
 * Whether the type is only a stub in the first contract and full in the second: all that the stub has is the key,
 * and fields that go to every city, which the full type lacks.
 */
export function stubbedIn(contract: Contract, other: Contract, typeName: string): boolean {
  const [stub, full] = [contract.schema.getType(typeName), other.schema.getType(typeName)];
  if (!isObjectType(stub) || !isObjectType(full)) return false;
  const keys = new Set([contract.keyOf(typeName), other.keyOf(typeName)]);
  const fullFields = full.getFields();
  const stubFields = Object.values(stub.getFields());
  const onlyKeyAndRouted = stubFields.every((field) => {
    const twin = fullFields[field.name];
    if (twin) return keys.has(field.name) && String(twin.type) === String(field.type);
    return contract.routing(field).routes.length > 0;
  });
  return onlyKeyAndRouted && Object.keys(fullFields).some((name) => !stub.getFields()[name]);
}
