import { refuse, textFaults, type Refusal } from '#libs/kernel';

/** What a stored file is. */
export type DocumentKind = 'AGREEMENT' | 'EVIDENCE' | 'INVOICE';

/** A file that somebody wants to store. */
export interface NewFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** 10 MB: the longest agreement or scanned decision that anyone sends is a tenth of it. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_NAME_LENGTH = 200;

interface FileType {
  /** For people. */
  readonly name: string;
  /** What the name may end in, the usual one first. */
  readonly endings: readonly string[];
  /** Whether the bytes are what the type says. */
  readonly fits: (content: Buffer) => boolean;
}

const startsWith =
  (...bytes: readonly number[]) =>
  (content: Buffer): boolean =>
    content.subarray(0, bytes.length).equals(Buffer.from(bytes));

/** Controls other than tab, line feed, form feed and carriage return: no text has them, most other files do. */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

const isText = (content: Buffer): boolean => {
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return false;
  try {
    return !NOT_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false;
  }
};

/** The types that are taken. What can carry a program or a script that a browser would run is not among them. */
const fileTypes: ReadonlyMap<string, FileType> = new Map<string, FileType>([
  ['text/plain', { name: 'text', endings: ['.txt'], fits: isText }],
  ['text/csv', { name: 'CSV', endings: ['.csv'], fits: isText }],
  ['application/pdf', { name: 'PDF', endings: ['.pdf'], fits: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) }],
  [
    'image/png',
    { name: 'PNG', endings: ['.png'], fits: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  ],
  ['image/jpeg', { name: 'JPEG', endings: ['.jpg', '.jpeg'], fits: startsWith(0xff, 0xd8, 0xff) }],
]);

const typeNames = [...fileTypes.values()].map(({ name }) => name).join(', ');

/** Everything that is wrong with a file. Its bytes decide what it is, not only what its sender calls it. */
export const fileFaults = (file: NewFile): readonly Refusal[] => [
  ...sizeFaults(file.content),
  ...nameFaults(file.fileName),
  ...typeFaults(file),
];

const sizeFaults = ({ length }: Buffer): readonly Refusal[] => {
  if (length === 0) return [refuse('FILE_EMPTY', {}, ['content'])];
  if (length > MAX_FILE_BYTES) return [refuse('FILE_TOO_LARGE', { max: '10 MB' }, ['content'])];
  return [];
};

/** Folders, drives and leading dots have no place in a name that a person's computer will save under. */
const UNSAFE = /[/\\:*?"<>|\t\n\r]|^\.|^\s|[\s.]$/;
/** Names that some systems keep for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

const nameFaults = (fileName: string): readonly Refusal[] => {
  const faults = textFaults(fileName, { field: 'the file name', path: ['fileName'], max: MAX_NAME_LENGTH });
  if (faults.length > 0) return faults;
  return UNSAFE.test(fileName) || DEVICE.test(fileName)
    ? [refuse('TEXT_INVALID', { field: 'The file name' }, ['fileName'])]
    : [];
};

const typeFaults = ({ fileName, mediaType, content }: NewFile): readonly Refusal[] => {
  const type = fileTypes.get(mediaType);
  const named = type?.endings.some((ending) => fileName.toLowerCase().endsWith(ending)) ?? false;
  const fits = type !== undefined && named && (content.length === 0 || type.fits(content));
  return fits ? [] : [refuse('FILE_TYPE', { types: typeNames }, ['mediaType'])];
};
