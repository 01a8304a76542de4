import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { readUploads } from './uploads.js';

/** What the second handler makes of a form, as the first one leaves it. */
const read = async (body: FormData | string): Promise<unknown> => {
  const sent = new globalThis.Response(body);
  const req = {
    body: Buffer.from(await sent.arrayBuffer()),
    headers: {
      'content-type':
        typeof body === 'string' ? 'multipart/form-data; boundary=x' : sent.headers.get('content-type'),
    },
  } as unknown as Request;
  await readUploads[1]?.(req, {} as Response, () => undefined);
  return req.body;
};

describe('a form with a file', () => {
  it('has the file as a field, with its name beside it', async () => {
    const form = new FormData();
    form.set('_token', 'abc');
    form.set('content', new File(['date,amount\n2026-04-03,£1'], 'bank.csv', { type: 'text/csv' }));
    expect(await read(form)).toEqual({
      _token: 'abc',
      content: 'date,amount\n2026-04-03,£1',
      'content-name': 'bank.csv',
    });
  });

  it('has an empty field when no file was chosen', async () => {
    const form = new FormData();
    form.set('content', new File([], '', { type: 'application/octet-stream' }));
    expect(await read(form)).toMatchObject({ content: '' });
  });

  it('that cannot be read is empty', async () => {
    expect(await read('this is no form')).toEqual({});
  });
});
