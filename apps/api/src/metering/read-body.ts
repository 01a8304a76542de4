import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Request } from 'express';
import { HttpRefusal } from '../http/http-refusal.js';

/** The most that a request may hold, as sent and again when expanded. */
const MOST_BYTES = 20 * 1024 * 1024;

const expand = promisify(gunzip);
const badRequest = (message: string): HttpRefusal => new HttpRefusal(400, { code: 'BAD_REQUEST', message });
const tooLarge = (): HttpRefusal =>
  new HttpRefusal(413, {
    code: 'TOO_LARGE',
    message: 'Send 20 MB or less at a time, counted before compression.',
  });

/** The whole body as text. Read here, because the sender is known by now: nobody else's body is kept. */
export const readBody = async (req: Request): Promise<string> => {
  const encoding = (req.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip')
    throw new HttpRefusal(415, {
      code: 'UNSUPPORTED_TYPE',
      message: 'Send the content as it is or compressed with gzip.',
    });
  const sent = await readAll(req);
  const body = encoding === 'gzip' ? await unzip(sent) : sent;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw badRequest('The content is not UTF-8 text.');
  }
};

const readAll = async (req: Request): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (Number(req.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
    // The connection is kept when reading ends early, so that the answer can be sent.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    req.resume();
    throw error instanceof HttpRefusal ? error : badRequest('The request was cut short.');
  }
  return Buffer.concat(chunks);
};

const unzip = async (sent: Buffer): Promise<Buffer> => {
  try {
    return await expand(sent, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw badRequest('The content could not be expanded: it is not gzip, or not all of it.');
  }
};
