import { describe, expect, it } from '@jest/globals';
import type { Call } from './orders.js';
import { distinctOf, everyNth, nameOf, pointsOf, sampleOf } from './points.js';
import { nameOfStatement } from './watch-database.js';
import { nameOfExchange } from './watch-network.js';

const call = (name: string, occurrence = 1): Call => ({ name, occurrence });
const COMMIT = 'set constraints all immediate; commit';
const LEASE = 'update job set lease_token = $ where id = $';
const calls = [
  call('start transaction'),
  call('insert into invoice'),
  call('set constraints all immediate; commit after insert into invoice'),
  call('POST /v1/invoices'),
  call(`set constraints all immediate; commit after ${LEASE}, nothing new`),
  call('set constraints all immediate; commit after select, nothing new'),
  call('select'),
];
const points = pointsOf('worker', calls);

describe('points', () => {
  it('stand before and after each call, but for looks for work that found none', () => {
    expect(points.map(nameOf)).toEqual([
      'worker before start transaction',
      'worker after start transaction',
      'worker before insert into invoice',
      'worker after insert into invoice',
      'worker before set constraints all immediate; commit after insert into invoice',
      'worker after set constraints all immediate; commit after insert into invoice',
      'worker before POST /v1/invoices',
      'worker after POST /v1/invoices',
      'worker before set constraints all immediate; commit after select, nothing new',
      'worker after set constraints all immediate; commit after select, nothing new',
      'worker before select',
      'worker after select',
    ]);
  });

  it('that leave the same behind are one, and where something becomes true outside both sides count', () => {
    const { turns, others } = distinctOf(points);
    expect(turns.map(nameOf)).toEqual([
      'worker before set constraints all immediate; commit after insert into invoice',
      'worker after set constraints all immediate; commit after insert into invoice',
      'worker before POST /v1/invoices',
      'worker after POST /v1/invoices',
    ]);
    expect(others.map(nameOf)).toEqual([
      'worker before start transaction',
      'worker before insert into invoice',
      'worker before set constraints all immediate; commit after select, nothing new',
      'worker before select',
      'worker after select',
    ]);
  });

  it('are chosen by a seed: every one comes up with one of as many seeds as one is left out', () => {
    const chosen = [0, 1, 2].map((seed) => everyNth(points, 3, seed));
    expect(chosen.map((some) => some.length)).toEqual([4, 4, 4]);
    expect(new Set(chosen.flat()).size).toBe(points.length);
    expect(sampleOf(points, 3, 7)).toEqual(sampleOf(points, 3, 7));
    expect(new Set(sampleOf(points, points.length, 7))).toEqual(new Set(points));
  });
});

describe('a call', () => {
  it.each([
    ['select 1 from  job\n where id = $1', 'select 1 from job where id = $'],
    ['insert into job values ($1, $2, $3)', 'insert into job values ($…)'],
    ['insert into job values ($1, $2), ($3, $4)', 'insert into job values ($…)…'],
    [
      `start transaction isolation level repeatable read, read only; select set_config('app.door', 'system', true)`,
      'start transaction isolation level repeatable read, read only',
    ],
    [COMMIT, `${COMMIT} after the last`],
    ['ROLLBACK', 'ROLLBACK after the last'],
  ])('of the database is known by its words: %s', (text, name) => {
    expect(nameOfStatement(text, { last: 'the last', hasChanged: true })).toBe(name);
  });

  it('that commits nothing new says so', () => {
    expect(nameOfStatement(COMMIT, { last: 'the last', hasChanged: false })).toBe(
      'set constraints all immediate; commit after the last, nothing new',
    );
  });

  it.each([
    ['POST /v1/invoices/in_0123456789abcdef01234567/pay HTTP/1.1\r\nHost: x', 'POST /v1/invoices/…/pay'],
    ['GET /v1/invoice_payments?limit=100 HTTP/1.1\r\n', 'GET /v1/invoice_payments'],
    ['MAIL FROM:<a@b.example>\r\n', 'MAIL FROM'],
    ['From: a@b.example\r\nTo: c', 'a message'],
  ])('of the network by its first line: %s', (text, name) => {
    expect(nameOfExchange(text)).toBe(name);
  });
});
