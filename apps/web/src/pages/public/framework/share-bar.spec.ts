import { describe, expect, it } from '@jest/globals';
import { shareBar } from './share-bar.js';

describe('the bar of a share', () => {
  it.each([
    ['0', 0],
    ['0.01', 4],
    ['12.34', 74],
    ['100', 600],
    ['104.5', 600],
  ])('%s%% fills %s of 600', (percent, filled) => {
    expect(shareBar(percent)).toEqual({ width: 600, filled });
  });
});
