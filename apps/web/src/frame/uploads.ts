import { raw, type RequestHandler } from 'express';

const LIMIT = '1mb';

/**
 * Forms with files. A file becomes a field like any other: its text under the field's name, and its own name under
 * `<field>-name`. So a form with a file is checked, refused, shown again and kept like every other form. Files are
 * read as UTF-8; nothing is written to a disk.
 */
export const readUploads: readonly RequestHandler[] = [
  raw({ type: 'multipart/form-data', limit: LIMIT }),
  async (req, _res, next) => {
    const body: unknown = req.body;
    if (!Buffer.isBuffer(body)) return next();
    const type = req.headers['content-type'] ?? '';
    req.body = await fieldsOf(await partsOf(body, type));
    next();
  },
];

/** What is no readable form is an empty one, which then lacks its token. */
const partsOf = (body: Buffer, type: string): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());

const fieldsOf = async (parts: FormData): Promise<Readonly<Record<string, string>>> => {
  const fields = new Map<string, string>();
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.set(name, value);
    else {
      fields.set(name, await value.text());
      fields.set(`${name}-name`, value.name);
    }
  }
  return Object.fromEntries(fields);
};
