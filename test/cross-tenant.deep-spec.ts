import { buildSchema } from '../tools/generate/schema.js';
import { declareSiege } from './cross-tenant/suite.js';

// The same as cross-tenant.e2e-spec.ts with every id of every other, not one of each kind.
declareSiege(await buildSchema(), { deep: true });
