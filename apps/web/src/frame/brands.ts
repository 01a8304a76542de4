import { Injectable } from '@nestjs/common';
import type { Visit } from './visit.js';

/** The name and colours that pages bear. */
export interface BrandOfPage {
  readonly name: string;
  /** The address of a style sheet with the lead authority's colours; null for the neutral look. */
  readonly stylesheet: string | null;
}

/** Whose name and colours a visit sees. */
@Injectable()
export class Brands {
  of(_visit: Visit): Promise<BrandOfPage> {
    return Promise.resolve({ name: 'Accede', stylesheet: null });
  }
}
