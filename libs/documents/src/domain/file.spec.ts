import { describe, expect, it } from '@jest/globals';
import { fileFaults, MAX_FILE_BYTES, type NewFile } from './file.js';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const pdf = Buffer.from('%PDF-1.7\n');
const text = (content: string): NewFile => ({
  fileName: 'agreement.txt',
  mediaType: 'text/plain',
  content: Buffer.from(content),
});
const codes = (file: NewFile): readonly string[] => fileFaults(file).map(({ code }) => code);

describe('fileFaults', () => {
  it.each([
    ['agreement.txt', 'text/plain', Buffer.from('£10, agreed\r\n\tby both')],
    ['Usage 2026.CSV', 'text/csv', Buffer.from('id,quantity\n1,2\n')],
    ['decision.pdf', 'application/pdf', pdf],
    ['scan.png', 'image/png', png],
    ['scan.jpg', 'image/jpeg', jpeg],
    ['scan.jpeg', 'image/jpeg', jpeg],
    ["Cyngor's penderfyniad (ŵ).pdf", 'application/pdf', pdf],
  ])('takes %s as %s', (fileName, mediaType, content) => {
    expect(codes({ fileName, mediaType, content })).toEqual([]);
  });

  it.each([
    ['a program called text', 'a.txt', 'text/plain', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x02, 0x00])],
    ['a PDF called text', 'a.txt', 'text/plain', pdf],
    ['bytes that are not UTF-8', 'a.csv', 'text/csv', Buffer.from([0xa3, 0x31, 0x30])],
    ['text called PDF', 'a.pdf', 'application/pdf', Buffer.from('%PDX-1.7')],
    ['a JPEG called PNG', 'a.png', 'image/png', jpeg],
    ['a PNG called JPEG', 'a.jpg', 'image/jpeg', png],
    ['a page', 'a.html', 'text/html', Buffer.from('<script>')],
    ['a drawing', 'a.svg', 'image/svg+xml', Buffer.from('<svg/>')],
    ['an ending that is not of its type', 'a.exe', 'text/plain', Buffer.from('MZ')],
    ['an inherited property as a type', 'a.txt', 'constructor', Buffer.from('x')],
  ])('refuses %s', (_, fileName, mediaType, content) => {
    expect(codes({ fileName, mediaType, content })).toEqual(['FILE_TYPE']);
  });

  it('refuses nothing at all, and a byte more than the limit', () => {
    expect(codes(text(''))).toEqual(['FILE_EMPTY']);
    expect(codes(text('x'.repeat(MAX_FILE_BYTES)))).toEqual([]);
    expect(codes(text('x'.repeat(MAX_FILE_BYTES + 1)))).toEqual(['FILE_TOO_LARGE']);
  });

  it.each([
    '../a.txt',
    'a\\b.txt',
    'C:a.txt',
    '.txt',
    ' a.txt',
    'con.txt',
    'NUL.txt',
    'a\nb.txt',
    'a\u202etxt.txt',
  ])('refuses the name %j', (fileName) => {
    expect(codes({ ...text('x'), fileName })).toContain('TEXT_INVALID');
  });

  it('tells every fault at once', () => {
    expect(codes({ fileName: '', mediaType: 'text/html', content: Buffer.alloc(0) })).toEqual([
      'FILE_EMPTY',
      'FIELD_REQUIRED',
      'FILE_TYPE',
    ]);
  });
});
