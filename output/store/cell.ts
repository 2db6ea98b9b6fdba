import type { ScalarField } from '../model.js';
import type { SqlValue } from './driver.js';

/** A field's value as its column holds it. */
export function cell(field: ScalarField, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (field.value === 'json') return JSON.stringify(value);
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`${field.name}: a ${typeof value} cannot be stored`);
}
