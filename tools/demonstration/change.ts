import type { Client } from './client.js';

/** One mutation that must succeed; answers the thing that its payload names. */
export const change = async <T>(
  client: Client,
  name: string,
  thing: string,
  fields: string,
  input: object,
): Promise<T> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await client.ok<Record<string, Record<string, T>>>(
    `mutation($input: ${type}!) { ${name}(input: $input) { ${thing}${fields === '' ? '' : ` { ${fields} }`} userErrors { code message path } } }`,
    { input },
  );
  return data[name]?.[thing] as T;
};
