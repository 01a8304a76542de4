import { CostActualProposeResolver } from './cost-actual-propose.js';
import { CostEstimateProposeResolver } from './cost-estimate-propose.js';
import { CostSchemeAgreeResolver } from './cost-scheme-agree.js';
import { CostShareResolver } from './cost-share.resolver.js';
import { CostSharingStartResolver } from './cost-sharing-start.js';
import { CostSharingResolver } from './cost-sharing.resolver.js';

export const costsResolvers = [
  CostSharingResolver,
  CostSharingStartResolver,
  CostEstimateProposeResolver,
  CostActualProposeResolver,
  CostSchemeAgreeResolver,
  CostShareResolver,
];
