/**
 * The open calculator: reads one calculation, or the data pack of a whole invoice, as JSON from a file, or from standard
 * input for `-`, and prints what it comes to. The same code bills. Input and output are in docs/prices.md. Ends with 0,
 * with 2 when the input is bad, and with 3 when an invoice does not come to what it says.
 */
import { createReadStream } from 'node:fs';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { isDataPack, parseCalculation, rateLine, ratedLineToJson, recomputePack } from '#libs/pricing';

const LARGEST_BYTES = 20_000_000;
const BAD_INPUT = 2;
const NOT_THE_SAME = 3;

const main = async (files: readonly string[]): Promise<void> => {
  const text = await readText(files);
  const json = text.ok ? parseJson(text.value) : text;
  if (!json.ok) return refuseWith(json.refusals);
  if (isDataPack(json.value)) return recompute(recomputePack(json.value));
  const calculation = parseCalculation(json.value);
  if (!calculation.ok) return refuseWith(calculation.refusals);
  print(ratedLineToJson(rateLine(calculation.value)));
};

const recompute = (result: ReturnType<typeof recomputePack>): void => {
  if (!result.ok) return refuseWith(result.refusals);
  print(result.value);
  if (!result.value.same) process.exitCode = NOT_THE_SAME;
};

const refuseWith = (refusals: readonly Refusal[]): void => {
  print({ userErrors: refusals.map(({ code, message, path }) => ({ code, message, path })) });
  process.exitCode = BAD_INPUT;
};

const readText = async (files: readonly string[]): Promise<Result<string>> => {
  const [file] = files;
  if (file === undefined || files.length > 1) return unreadable();
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes > LARGEST_BYTES) return err(refuse('FILE_TOO_LARGE', { max: '20 MB' }));
    }
  } catch {
    return unreadable();
  }
  return decode(Buffer.concat(chunks));
};

const decode = (bytes: Buffer): Result<string> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? err(refuse('FILE_EMPTY')) : ok(text);
  } catch {
    return notJson();
  }
};

const parseJson = (text: string): Result<unknown> => {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return notJson();
  }
};

const unreadable = () =>
  err(
    refuse('FIELD_REQUIRED', {
      field: 'the name of one JSON file that can be read, or - for standard input',
    }),
  );

const notJson = () => err(refuse('FILE_TYPE', { types: 'JSON in UTF-8' }));

const print = (json: unknown): void => {
  process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
};

// A reader that stops early, such as `head`, is no fault.
process.stdout.on('error', () => process.exit());

await main(process.argv.slice(2)).catch(() => {
  process.stderr.write('The calculator failed. This is a fault of ours: please report it with your input.\n');
  process.exitCode = 1;
});
