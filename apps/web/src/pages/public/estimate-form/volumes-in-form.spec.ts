import { describe, expect, it } from '@jest/globals';
import { namesOf, saidOf, sendable, volumesIn } from './volumes-in-form.js';

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
    ['12000', '12000'],
    ['0.5', '0.5'],
    ['-2', '-2'],
    ['lots', '-1'],
    ['1,5', '-1'],
    ['1e3', '-1'],
  ])('%s is sent as %s', (perYear, sent) => {
    expect(sendable({ meterId: 'm1', perYear })).toEqual({ meterId: 'm1', perYear: sent });
  });

  it('that cannot be read are said to be so where the API refuses what went in their place', () => {
    const volumes = [
      { meterId: 'm1', perYear: 'lots' },
      { meterId: 'm2', perYear: '-3' },
    ];
    const errors = ['0', '1'].map((index) => ({
      message: 'must be 0 or more',
      path: ['input', 'volumes', index, 'perYear'],
    }));
    const of = (meterId: string): string => `${meterId} must be a number`;
    expect(saidOf(errors, volumes, of).map(({ message }) => message)).toEqual([
      'm1 must be a number',
      'must be 0 or more',
    ]);
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
