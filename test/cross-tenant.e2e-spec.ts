import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenWorld, type World } from './given/world.js';
import { Stack } from './stack.js';

let stack: Stack;
let world: World;
beforeAll(async () => {
  stack = await Stack.start();
  const t = performance.now();
  world = await givenWorld(stack);
  console.log('world', Math.round(performance.now() - t), world.succeeded.size, [...world.succeeded].sort().join(' | '));
}, 120_000);
afterAll(() => stack?.stop());
describe('x', () => { it('y', () => { expect(1).toBe(1); }); });
