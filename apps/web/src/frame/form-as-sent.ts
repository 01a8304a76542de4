import type { Request } from 'express';
import { TOKEN_FIELD } from './form-tokens.js';

/** A form that could not be taken now, so that it can be sent again without being typed again. */
export interface KeptForm {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export const formAsSent = (req: Request): KeptForm => ({
  action: req.originalUrl,
  fields: fieldsOf((req.body ?? {}) as Readonly<Record<string, unknown>>),
});

const fieldsOf = (body: Readonly<Record<string, unknown>>): KeptForm['fields'] =>
  Object.entries(body)
    .filter(([name]) => name !== TOKEN_FIELD)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: String(one) })),
    );

/** An address of this site and no other, from what came with a request; otherwise the start. */
export const localAddress = (text: unknown, otherwise = '/home'): string =>
  typeof text === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : otherwise;

/** A kept form from the JSON that went along with signing in; null when there is none, or none of ours. */
export const keptForm = (json: string | undefined): KeptForm | null => {
  if (!json) return null;
  try {
    const { action, fields } = JSON.parse(json) as Partial<Record<keyof KeptForm, unknown>>;
    if (!Array.isArray(fields)) return null;
    const read = fields.flatMap((field: unknown) => {
      const { name, value } = (field ?? {}) as { name?: unknown; value?: unknown };
      return typeof name === 'string' && typeof value === 'string' ? [{ name, value }] : [];
    });
    return { action: localAddress(action), fields: read };
  } catch {
    return null;
  }
};
