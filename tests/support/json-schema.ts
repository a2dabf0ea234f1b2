type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords that say nothing about what is valid. */
const NOTES = ['$schema', '$defs', 'title', 'description'];
const KNOWN = [
  ...NOTES,
  ...['$ref', 'type', 'enum', 'required', 'properties', 'additionalProperties', 'items', 'minItems', 'minLength'],
  ...['pattern', 'format', 'if', 'then'],
];

const hasType = (value: Json, type: Json | undefined) =>
  type === 'array' ? Array.isArray(value) : type === 'object' ? isObject(value) : typeof value === type;

function isRegex(value: string): boolean {
  try {
    return Boolean(new RegExp(value));
  } catch {
    return false;
  }
}

/**
 * What is wrong with a value by a JSON schema, each fault with its place: “kinds[3].parts[0].sign: …”. Knows the keywords
 * that this project's schemas use and throws an Error on any other.
 */
export function findFaults(value: Json, schema: Schema, root: Schema = schema, path = ''): string[] {
  for (const keyword of Object.keys(schema)) {
    if (!KNOWN.includes(keyword)) throw new Error(`unknown keyword ${keyword}`);
  }
  const fault = (what: string) => [`${path || 'the file'}: ${what}`];
  const faults: string[] = [];
  if (typeof schema.$ref === 'string') {
    const target = schema.$ref
      .split('/')
      .slice(1)
      .reduce<Json>((at, key) => (at as Schema)[key]!, root);
    faults.push(...findFaults(value, target as Schema, root, path));
  }
  if (schema.type !== undefined && !hasType(value, schema.type)) return fault(`is no ${schema.type}`);
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) {
    faults.push(...fault(`${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`));
  }
  if (typeof value === 'string') faults.push(...stringFaults(value, schema).flatMap(fault));
  if (Array.isArray(value)) {
    if (value.length < Number(schema.minItems ?? 0)) faults.push(...fault(`has fewer than ${schema.minItems} items`));
    const { items } = schema;
    if (isObject(items)) {
      value.forEach((item, index) => {
        faults.push(...findFaults(item, items, root, `${path}[${index}]${nameOf(item)}`));
      });
    }
  }
  if (isObject(value)) faults.push(...objectFaults(value, schema, root, path));
  if (isObject(schema.if) && isObject(schema.then) && findFaults(value, schema.if, root, path).length === 0) {
    faults.push(...findFaults(value, schema.then, root, path));
  }
  return faults;
}

/** “(duty-report)”: which one the numbered item is. */
const nameOf = (item: Json) => (isObject(item) && typeof item.id === 'string' ? `(${item.id})` : '');

function stringFaults(value: string, { minLength, pattern, format }: Schema): string[] {
  const faults: string[] = [];
  if (value.length < Number(minLength ?? 0)) faults.push('is empty');
  if (typeof pattern === 'string' && !new RegExp(pattern).test(value)) faults.push(`${value} does not fit ${pattern}`);
  if (format === 'regex' && !isRegex(value)) faults.push(`${value} is no regular expression`);
  return faults;
}

function objectFaults(value: Schema, schema: Schema, root: Schema, path: string): string[] {
  const faults: string[] = [];
  const { required, properties = {}, additionalProperties } = schema;
  for (const key of (required as readonly string[] | undefined) ?? []) {
    if (!(key in value)) faults.push(`${path || 'the file'}: ${key} is missing`);
  }
  for (const [key, item] of Object.entries(value)) {
    const own = (properties as Schema)[key] ?? additionalProperties;
    const place = path === '' ? key : `${path}.${key}`;
    if (own === false) faults.push(`${place}: is unknown`);
    else if (isObject(own)) faults.push(...findFaults(item, own, root, place));
  }
  return faults;
}
