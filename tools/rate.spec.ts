import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PRICES_PAGE = fileURLToPath(new URL('../../docs/prices.md', import.meta.url));
const CALCULATOR = fileURLToPath(new URL('./rate.js', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accede-rate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], input: string | Buffer = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CALCULATOR, ...args], {
    input,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64_000_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stderr, printed: JSON.parse(stdout) as Record<string, unknown> };
};
const codes = (printed: Record<string, unknown>) =>
  (printed['userErrors'] as { code: string; path: string[] }[]).map(({ code, path }) =>
    [code, ...path].join(' '),
  );

const example = {
  price: { model: 'percentage', rate: '2.9', freeEvents: 4 },
  quantity: '4',
  events: 4,
  final: true,
  alreadyBilled: { net: '0.00' },
  vatRate: '0.20',
};
const answer = {
  lines: [{ kind: 'percentage', label: '2.9% of the amount', quantity: '4', unit: '0.029', amount: '0.116' }],
  exact: '0.116',
  net: '0.12',
  vat: '0.02',
  gross: '0.14',
};

describe('the calculator', () => {
  it('reads a file', () => {
    const file = join(folder, 'example.json');
    writeFileSync(file, `\uFEFF${JSON.stringify(example)}`);
    expect(run([file])).toEqual({ status: 0, stderr: '', printed: answer });
  });

  it('reads standard input', () => {
    expect(run(['-'], JSON.stringify(example))).toEqual({ status: 0, stderr: '', printed: answer });
  });

  it('says what is wrong with a price, and ends with 2', () => {
    const { status, stderr, printed } = run(['-'], '{"price":{"model":"perUnit","unit":4.42}}');
    expect({ status, stderr, printed }).toEqual({
      status: 2,
      stderr: '',
      printed: {
        userErrors: [
          {
            code: 'AMOUNT_FORMAT',
            message: 'The unit price must be an amount written as text, like "12.34".',
            path: ['price', 'unit'],
          },
        ],
      },
    });
  });

  it.each([
    ['no file named', [], '', 'FIELD_REQUIRED'],
    ['two files named', ['a', 'b'], '', 'FIELD_REQUIRED'],
    ['a file that is not there', ['/no/such/file.json'], '', 'FIELD_REQUIRED'],
    ['a folder', ['/'], '', 'FIELD_REQUIRED'],
    ['nothing', ['-'], ' \n', 'FILE_EMPTY'],
    ['no JSON', ['-'], '{"price":', 'FILE_TYPE'],
    ['bytes that are no text', ['-'], Buffer.from([0x7b, 0xff, 0x7d]), 'FILE_TYPE'],
    ['too much', ['-'], ' '.repeat(20_000_001), 'FILE_TOO_LARGE'],
    ['deep brackets', ['-'], '['.repeat(900_000), 'FILE_TYPE'],
    ['a list', ['-'], '[]', 'FIELD_REQUIRED'],
    [
      'deep lists for a price',
      ['-'],
      `{"price":${'['.repeat(4000)}${']'.repeat(4000)}}`,
      'FIELD_REQUIRED price',
    ],
  ])('given %s ends with 2 and says so', (_what, args, input, code) => {
    const { status, stderr, printed } = run(args, input);
    expect({ status, stderr, codes: codes(printed) }).toEqual({ status: 2, stderr: '', codes: [code] });
  });

  it.each([
    ['comes to what it says', '0.14', 0, true],
    ['is a penny off', '0.15', 3, false],
  ])(
    'works an invoice that %s out again from its data pack, gross £%s, and ends with %d',
    (_, gross, code, same) => {
      const line = {
        lineNumber: 1,
        net: '0.12',
        vatTreatment: 'STANDARD',
        vatRate: '0.2',
        calculation: example,
      };
      const pack = { invoice: { number: 'NCC-2026-00001', net: '0.12', vat: '0.02', gross }, lines: [line] };
      const { status, stderr, printed } = run(['-'], JSON.stringify(pack));
      expect({ status, stderr, gross: printed['gross'], same: printed['same'] }).toEqual({
        status: code,
        stderr: '',
        gross: '0.14',
        same,
      });
    },
  );

  it('says what is wrong with a data pack, and ends with 2', () => {
    const { status, printed } = run(['-'], '{"invoice":{},"lines":["none"]}');
    expect({ status, codes: codes(printed) }).toEqual({ status: 2, codes: ['FIELD_REQUIRED lines 0'] });
  });

  it('rates thousands of tiers', () => {
    const tiers = Array.from({ length: 20_000 }, (_, i) => ({
      upTo: i === 19_999 ? null : `${i + 1}`,
      unit: '0.01',
    }));
    const { status, printed } = run(
      ['-'],
      JSON.stringify({ price: { model: 'graduated', tiers }, quantity: '20000' }),
    );
    expect({ status, net: printed['net'] }).toEqual({ status: 0, net: '200.00' });
  });
});

describe('docs/prices.md', () => {
  const blocks = [...readFileSync(PRICES_PAGE, 'utf8').matchAll(/```json\n([^]*?)```/g)].map(
    ([, json = '']) => json,
  );
  const examples = blocks.flatMap((input, index) =>
    index % 2 === 0 ? [[input, blocks[index + 1] ?? '']] : [],
  );

  it('has an example of each model, one each of a minimum, what is off, a block, days held, a part, an answer and a refusal', () => {
    expect(examples).toHaveLength(13);
  });

  it.each(examples.map(([input, output], index) => [index + 1, input ?? '', output ?? ''] as const))(
    'is right in example %i',
    (_number, input, output) => {
      expect(run(['-'], input).printed).toEqual(JSON.parse(output));
    },
  );
});
