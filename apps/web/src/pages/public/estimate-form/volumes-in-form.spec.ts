import { describe, expect, it } from '@jest/globals';
import { isReadable, namesOf, volumesIn } from './volumes-in-form.js';

describe('the volumes in a form', () => {
  it('are read as people type numbers, and empty ones are left out', () => {
    const form = {
      'volume.m1': ' 12,000 ',
      'volume.m2': '',
      'volume.m3': 'lots',
      'volume.m4': '1,234,567.5',
      'volume.m5': '1,5',
      bodyId: 'b1',
    };
    expect(volumesIn(form)).toEqual([
      { meterId: 'm1', perYear: '12000' },
      { meterId: 'm3', perYear: 'lots' },
      { meterId: 'm4', perYear: '1234567.5' },
      { meterId: 'm5', perYear: '1,5' },
    ]);
  });

  it.each([
    ['12000', true],
    ['0.5', true],
    ['-1', true],
    ['lots', false],
    ['1,5', false],
    ['1e3', false],
  ])('%s can be read: %s', (perYear, readable) => {
    expect(isReadable({ meterId: 'm1', perYear })).toBe(readable);
  });

  it('are found again from where the API names them', () => {
    const names = namesOf([{ meterId: 'm3', perYear: 'lots' }], 'm1');
    expect(names).toEqual({
      'volumes.0.perYear': 'volume.m3',
      'volumes.0.meterId': 'volume.m3',
      volumes: 'volume.m1',
      bodyId: '',
      frameworkId: '',
    });
  });
});
