import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-http-bearer';
import { ReadUsageKey, type UsageKey } from '#libs/metering';

/** A sender by its usage key, from the Authorization header and nowhere else. */
@Injectable()
export class UsageKeyStrategy extends PassportStrategy(Strategy, 'usage-key') {
  constructor(private readonly keys: ReadUsageKey) {
    super({ passReqToCallback: true, realm: 'usage' });
  }

  async validate(req: Request, token: string): Promise<UsageKey | false> {
    // The library also takes a token from an address or a body, where it would be logged and kept.
    if (req.headers.authorization?.split(' ')[1] !== token) return false;
    return (await this.keys.execute(token)) ?? false;
  }
}
