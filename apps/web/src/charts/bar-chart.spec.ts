import { describe, expect, it } from '@jest/globals';
import { barChart } from './bar-chart.js';

const chartOf = (...values: string[]) =>
  barChart(values.map((value, i) => ({ label: String(i + 1), value })));
const topOf = (...values: string[]) => chartOf(...values).marks.at(-1)?.text;

describe('a chart of bars', () => {
  it('gives each value its share of the height, from a foot at nothing', () => {
    const { bars, marks, foot } = chartOf('0', '50', '100', '25');
    expect(foot).toEqual({ left: 40, right: 352, y: 162 });
    expect(bars.map(({ height }) => height)).toEqual([0, 74, 148, 37]);
    expect(bars.map(({ y, height }) => y + height)).toEqual([162, 162, 162, 162]);
    expect(marks).toEqual([
      { y: 162, text: '0' },
      { y: 88, text: '50' },
      { y: 14, text: '100' },
    ]);
  });

  it('lets the bars stand in order within the view box and apart from each other', () => {
    const { bars, width, foot } = barChart(
      Array.from({ length: 31 }, (_, i) => ({ label: String(i + 1), value: '7' })),
    );
    for (const [i, bar] of bars.entries()) {
      expect(bar.x).toBeGreaterThan(i === 0 ? foot.left : (bars[i - 1]?.x ?? 0) + (bars[i - 1]?.width ?? 0));
      expect(bar.x + bar.width).toBeLessThan(width);
    }
  });

  it.each([
    [['1204', '46'], '2,000'],
    [['46'], '50'],
    [['1000'], '1,000'],
    [['0.3'], '0.4'],
    [['3.5'], '4'],
    [['999999999'], '1,000,000,000'],
    [['0'], '1'],
    [['-5'], '1'],
    [[], '1'],
  ])('of %j ends its scale at %s', (values, top) => expect(topOf(...values)).toBe(top));

  it('draws nothing for a value below nothing', () => {
    expect(chartOf('-5', '10').bars.map(({ height }) => height)).toEqual([0, 148]);
  });

  it('labels every bar where there is room, and every fourth of a month', () => {
    expect(chartOf('1', '2', '3').labels.map(({ text }) => text)).toEqual(['1', '2', '3']);
    const month = barChart(Array.from({ length: 31 }, (_, i) => ({ label: String(i + 1), value: '1' })));
    expect(month.labels.map(({ text }) => text)).toEqual([1, 5, 9, 13, 17, 21, 25, 29].map(String));
  });

  it('makes room for long numbers at its left', () => {
    expect(chartOf('5').foot.left).toBe(40);
    expect(chartOf('1204').foot.left).toBe(56);
    expect(chartOf('1200000').foot.left).toBe(88);
  });

  it('is empty for no values', () => {
    expect(chartOf()).toMatchObject({ bars: [], labels: [] });
  });
});
