import { describe, expect, it } from '@jest/globals';
import { barChart } from './bar-chart.js';

const chartOf = (...values: string[]) =>
  barChart(values.map((value, i) => ({ label: String(i + 1), value })));
const topOf = (...values: string[]) => chartOf(...values).marks.at(-1)?.value;

describe('a chart of bars', () => {
  it('gives each value its share of the height, from a foot at nothing', () => {
    const { bars, marks, foot } = chartOf('0', '50', '100', '25');
    expect(foot).toEqual({ left: 64, right: 472, y: 192 });
    expect(bars.map(({ height }) => height)).toEqual([0, 89, 178, 44.5]);
    expect(bars.map(({ y, height }) => y + height)).toEqual([192, 192, 192, 192]);
    expect(marks).toEqual([
      { y: 192, value: '0' },
      { y: 103, value: '50' },
      { y: 14, value: '100' },
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
    [['1204', '46'], '2000'],
    [['46'], '50'],
    [['1000'], '1000'],
    [['0.3'], '0.4'],
    [['3.5'], '4'],
    [['999999999'], '1000000000'],
    [['0'], '1'],
    [['-5'], '1'],
    [[], '1'],
  ])('of %j ends its scale at %s', (values, top) => expect(topOf(...values)).toBe(top));

  it('draws nothing for a value below nothing', () => {
    expect(chartOf('-5', '10').bars.map(({ height }) => height)).toEqual([0, 178]);
  });

  it('labels every bar where there is room, and every third of a month', () => {
    expect(chartOf('1', '2', '3').labels.map(({ text }) => text)).toEqual(['1', '2', '3']);
    const month = barChart(Array.from({ length: 31 }, (_, i) => ({ label: String(i + 1), value: '1' })));
    expect(month.labels.map(({ text }) => text)).toEqual(
      [1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31].map(String),
    );
  });

  it('is empty for no values', () => {
    expect(chartOf()).toMatchObject({ bars: [], labels: [] });
  });
});
