import { quantity } from '../formats/money.js';

/** What a chart draws: one value, an exact decimal as text, for each place along its foot. */
export interface BarValue {
  /** What stands below it, when there is room. */
  readonly label: string;
  readonly value: string;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A chart that is worked out: every number is a place in its view box. */
export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  /** Marks of the scale at the left, from below upwards, with the value that each stands for as people read it. */
  readonly marks: readonly { readonly y: number; readonly text: string }[];
  /** Labels at the foot, at the middle of their bars. */
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly foot: { readonly left: number; readonly right: number; readonly y: number };
}

/** Narrow enough that its words can be read on a telephone, where all of it is shown. */
const [WIDTH, HEIGHT] = [360, 190];
const MARGIN = { top: 14, right: 8, bottom: 28 };
/** The room of a mark with its text, of which a letter takes so much. */
const [MARK, LETTER] = [16, 8];
/** Of the room that each bar has, what it fills. */
const FILLED = 0.7;
/** Room enough for a label of two digits. */
const LABEL_ROOM = 32;

/**
 * Where the bars of a chart stand. The scale begins at nothing and ends at a round number at or above the highest
 * value; a value below nothing has no bar. Exact values are in the table beside it: what is drawn may be rounded.
 */
export const barChart = (values: readonly BarValue[]): BarChart => {
  const top = roundUp(Math.max(0, ...values.map(({ value }) => Number(value))));
  const texts = [0, top / 2, top].map((value) => quantity(String(value)));
  const longest = Math.max(...texts.map(({ length }) => length));
  const foot = { left: MARK + LETTER * longest, right: WIDTH - MARGIN.right, y: HEIGHT - MARGIN.bottom };
  const room = values.length === 0 ? 0 : (foot.right - foot.left) / values.length;
  const heightOf = (value: number): number => ((foot.y - MARGIN.top) * Math.max(0, value)) / top;
  const every = Math.max(1, Math.ceil(LABEL_ROOM / Math.max(room, 1)));
  return {
    width: WIDTH,
    height: HEIGHT,
    bars: values.map(({ value }, index) => {
      const height = heightOf(Number(value));
      return {
        x: place(foot.left + room * (index + (1 - FILLED) / 2)),
        y: place(foot.y - height),
        width: place(room * FILLED),
        height: place(height),
      };
    }),
    marks: texts.map((text, index) => ({ y: place(foot.y - heightOf((top * index) / 2)), text })),
    labels: values.flatMap(({ label }, index) =>
      index % every === 0 ? [{ x: place(foot.left + room * (index + 0.5)), y: HEIGHT - 8, text: label }] : [],
    ),
    foot,
  };
};

/** The next number of a scale that people read easily: 1, 2, 4, 5, 6, 8 or 10 with noughts. */
const roundUp = (value: number): number => {
  if (value <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 6, 8, 10].find((each) => each * size >= value) ?? 10;
  return Number((step * size).toPrecision(6));
};

/** A tenth of a unit of the view box is finer than any screen. */
const place = (value: number): number => Math.round(value * 10) / 10;
