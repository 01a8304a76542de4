import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ApiClient } from '../../api-client.js';
import { homePage, type HomeFramework } from './home.view.js';

const FRAMEWORKS = `{ frameworks(first: 20) { edges { node { title summary state lead { name } startsOn endsOn } } } }`;

interface Frameworks {
  readonly frameworks: { readonly edges: readonly { readonly node: HomeFramework }[] };
}

@Controller()
export class HomeController {
  constructor(private readonly api: ApiClient) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async home(@Res() res: Response): Promise<void> {
    const data = await this.api.query<Frameworks>(FRAMEWORKS);
    res
      .status(data === null ? 503 : 200)
      .send(homePage(data?.frameworks.edges.map(({ node }) => node) ?? null));
  }
}
