import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { createHash } from 'node:crypto';
import { Api } from '../api/api.js';
import { Brand, type BrandQuery } from '../api/brand.generated.js';
import { brandStyle } from './brand-style.js';
import type { Visit } from './visit.js';

/** The name and colours that pages bear. */
export interface BrandOfPage {
  readonly name: string;
  /** The address of a style sheet with the lead authority's colours; null for the neutral look. */
  readonly stylesheet: string | null;
}

type Found = NonNullable<BrandQuery['brand']>;

const NEUTRAL: BrandOfPage = { name: 'Accede', stylesheet: null };
const KEPT_MS = 60_000;
/** A brand that could not be asked for is asked for again after this; until then pages look as before. */
const AGAIN_MS = 5_000;
const MOST_KEPT = 100;

const digestOf = (style: string): string => createHash('sha256').update(style).digest('hex').slice(0, 12);

/** Whose name and colours a visit sees. What the API says is kept for a minute; no page fails for want of a colour. */
@Injectable()
export class Brands {
  private readonly kept = new Map<string, { readonly brand: Found | null; readonly until: number }>();

  constructor(private readonly api: Api) {}

  /** Of the lead authority that the person acts for; for anyone else, of the only lead authority there is. */
  async of(visit: Visit): Promise<BrandOfPage> {
    const brand = await this.ask(visit.isLead ? (visit.me?.actingFor?.body?.id ?? null) : null);
    const style = brand && brandStyle(brand.colour);
    if (!brand) return NEUTRAL;
    return {
      name: brand.name,
      stylesheet: style === null ? null : `/brand/${brand.leadId}.css?${digestOf(style)}`,
    };
  }

  /** Answers the style sheets. An address bears the content's digest, so that it may be kept for ever. */
  readonly handler: RequestHandler = async (req, res, next) => {
    const [, leadId] = /^\/([\w-]{1,80})\.css$/.exec(req.path) ?? [];
    const brand = leadId === undefined ? null : await this.ask(leadId);
    const style = brand && brandStyle(brand.colour);
    if (style === null) return next();
    const isCurrent = req.originalUrl.endsWith(`?${digestOf(style)}`);
    res
      .setHeader('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type('css')
      .send(style);
  };

  private async ask(leadId: string | null): Promise<Found | null> {
    const key = leadId ?? '';
    const kept = this.kept.get(key);
    if (kept && kept.until > Date.now()) return kept.brand;
    // The oldest goes, so that whoever asks for lead authorities that do not exist fills no memory.
    if (!kept && this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value ?? '');
    try {
      const { brand } = await this.api.ask({ token: null }, Brand, { leadId });
      this.kept.set(key, { brand: brand ?? null, until: Date.now() + KEPT_MS });
      return brand ?? null;
    } catch {
      this.kept.set(key, { brand: kept?.brand ?? null, until: Date.now() + AGAIN_MS });
      return kept?.brand ?? null;
    }
  }
}
