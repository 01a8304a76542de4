import { MOST_EVENTS } from '#libs/metering';
import { HttpRefusal } from '../http/http-refusal.js';

type Form = 'lines' | 'array' | 'object' | 'array-or-object';

const forms: Readonly<Record<string, Form>> = {
  'application/x-ndjson': 'lines',
  'application/ndjson': 'lines',
  'application/json': 'array-or-object',
  'application/cloudevents-batch+json': 'array',
  'application/cloudevents+json': 'object',
};

/** The form that a content type promises; refuses a type that is none of ours. */
export const formOf = (contentType: string | undefined): Form => {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const form = forms[type];
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (form === undefined || (charset !== undefined && charset !== 'utf-8'))
    throw new HttpRefusal(415, {
      code: 'UNSUPPORTED_TYPE',
      message:
        'Send events as application/x-ndjson, application/json or application/cloudevents-batch+json, in UTF-8.',
    });
  return form;
};

/**
 * The events of a body, each as it was parsed. A line that is not JSON is an event that cannot be read (undefined) and
 * spoils no other; an array that is not JSON is refused whole.
 */
export const parseEvents = (text: string, form: Form): readonly unknown[] => {
  if (form === 'lines') return parseLines(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, { code: 'BAD_REQUEST', message: 'The content is not valid JSON.' });
  }
  const isArray = Array.isArray(value);
  if ((form === 'array' && !isArray) || (form === 'object' && isArray))
    throw new HttpRefusal(400, { code: 'BAD_REQUEST', message: `The content must be one JSON ${form}.` });
  return atMost(isArray ? (value as unknown[]) : [value]);
};

const parseLines = (text: string): readonly unknown[] =>
  atMost(text.split('\n').filter((line) => line.trim() !== '')).map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return undefined;
    }
  });

const atMost = <T>(events: readonly T[]): readonly T[] => {
  if (events.length > MOST_EVENTS)
    throw new HttpRefusal(413, { code: 'TOO_LARGE', message: 'Send 10,000 events or fewer at a time.' });
  return events;
};
