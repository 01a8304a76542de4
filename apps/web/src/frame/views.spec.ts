import { describe, expect, it } from '@jest/globals';
import nunjucks from 'nunjucks';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';

const SOURCES = join(projectRoot(), 'apps/web/src');
const views = (readdirSync(SOURCES, { recursive: true }) as string[]).filter((name) => name.endsWith('.njk'));

/** What a reader would see of a view that does not come from a message file: text, and attributes that are read out. */
const ownWordsOf = (source: string): string[] => {
  const withoutTags = source
    .replace(/\{#[\s\S]*?#\}/g, '')
    .replace(/\{%[\s\S]*?%\}/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '');
  const attributes = [...withoutTags.matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(
    ([, text]) => text ?? '',
  );
  const text = withoutTags.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  return [text, ...attributes].flatMap((part) => part.match(/[A-Za-z]{2,}/g) ?? []);
};

/** Words given to a component from within an expression: `text: "Save"`. */
const wordsInExpressions = (source: string): string[] =>
  [
    ...source.matchAll(
      /\b(?:text|label|legend|hint|caption|titleText|html)\s*:\s*(["'])([^"']*[A-Za-z]{2}[^"']*)\1/g,
    ),
  ].map(([, , text]) => text ?? '');

/** Jinja takes a condition in a loop's head; Nunjucks reads it as a list that is there or not, and shows nothing. */
const conditionsOfLoops = (source: string): string[] =>
  source.match(/\{%-?\s*for\b[^%]*\sif\s[^%]*%\}/g) ?? [];

describe('the views', () => {
  it.each(views)('%s can be read, and holds no words of its own', (name) => {
    const source = readFileSync(join(SOURCES, name), 'utf8');
    expect(() => nunjucks.precompileString(source, { name, env: new nunjucks.Environment() })).not.toThrow();
    expect([...ownWordsOf(source), ...wordsInExpressions(source)]).toEqual([]);
    expect(conditionsOfLoops(source)).toEqual([]);
  });

  it('would be caught with words of their own, and with conditions in the head of a loop', () => {
    expect(
      ownWordsOf('<p>{{ w.hello }} Hello</p>{# note #}<nav aria-label="Pages">{% if x %}1{% endif %}</nav>'),
    ).toEqual(['Hello', 'Pages']);
    expect(conditionsOfLoops('{% for x in xs if x.is %}{% for y in ys %}')).toEqual([
      '{% for x in xs if x.is %}',
    ]);
    expect(wordsInExpressions('{{ button({ text: "Save it", name: "save" }) }}')).toEqual(['Save it']);
  });
});
