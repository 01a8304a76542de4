import { describe, expect, it } from '@jest/globals';
import { HttpRefusal } from '../http/http-refusal.js';
import { formOf, parseEvents } from './parse-events.js';

const statusOf = (work: () => unknown): number => {
  try {
    work();
  } catch (error) {
    if (error instanceof HttpRefusal) return error.getStatus();
    throw error;
  }
  return 200;
};

describe('the form of a body', () => {
  it.each([
    ['application/x-ndjson', 'lines'],
    ['Application/JSON; charset=UTF-8', 'array-or-object'],
    ['application/cloudevents-batch+json; charset="utf-8"', 'array'],
    ['application/cloudevents+json', 'object'],
  ])('%s is %s', (type, form) => {
    expect(formOf(type)).toBe(form);
  });

  it.each([undefined, '', 'text/plain', 'application/json; charset=latin1', 'application/jsonp'])(
    '%p is refused',
    (type) => {
      expect(statusOf(() => formOf(type))).toBe(415);
    },
  );
});

describe('the events of a body', () => {
  it('are its lines, a bad one kept in its place', () => {
    expect(parseEvents('{"a":1}\r\n\n {bad\n"text"\n', 'lines')).toEqual([{ a: 1 }, undefined, 'text']);
  });

  it('are an array or one object', () => {
    expect(parseEvents('[1,{"a":1}]', 'array-or-object')).toEqual([1, { a: 1 }]);
    expect(parseEvents('{"a":1}', 'array-or-object')).toEqual([{ a: 1 }]);
    expect(parseEvents('[]', 'array')).toEqual([]);
  });

  it.each([
    ['{', 'array-or-object', 400],
    ['{"a":1}\n{"a":2}', 'array-or-object', 400],
    ['{}', 'array', 400],
    ['[{}]', 'object', 400],
    [JSON.stringify(new Array(10_001).fill(0)), 'array', 413],
    ['0\n'.repeat(10_001), 'lines', 413],
    ['0\n'.repeat(10_000), 'lines', 200],
  ] as const)('%p as %s answers %i', (text, form, status) => {
    expect(statusOf(() => parseEvents(text, form))).toBe(status);
  });
});
