import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { idPathsOf, leavesOf, LEFT_OUT, plausible, variablesOf } from './arguments.js';
import { graphqlDoor } from './graphql-door.js';
import { fieldsOfAnswers, operationText, operationTexts } from './operation-text.js';

const schema = buildSchema(`
  scalar Decimal
  type Query {
    shop(id: ID!): Shop!
    shops(first: Int! = 20, after: String): ShopConnection!
    found(text: String!): [Found!]!
    thing: Thing
  }
  type Mutation { shopOpen(input: ShopOpenInput!): ShopOpenPayload! }
  input ShopOpenInput { ownerId: ID! name: String! tags: [String!] parts: [PartInput!]! parent: ShopOpenInput }
  input PartInput { partId: ID size: Decimal! }
  interface UserError { message: String! path: [String!]! }
  type ShopOpenError implements UserError { message: String! path: [String!]! code: String! }
  type ShopOpenPayload { shop: Shop userErrors: [ShopOpenError!]! }
  type Shop { id: ID! name: String! owner: Owner! sales(itemId: ID, first: Int! = 20): SaleConnection! prices(on: String!): [Decimal!]! }
  type Owner { id: ID! shops: [Shop!]! }
  type Sale { id: ID! amount: Decimal! }
  type SaleConnection { edges: [SaleEdge!]! }
  type SaleEdge { cursor: String! node: Sale! }
  type ShopConnection { edges: [ShopEdge!]! }
  type ShopEdge { cursor: String! node: Shop! }
  union Found = Owner | Sale
  interface Thing { id: ID! }
  type Stone implements Thing { id: ID! weight: Decimal! }
  type Plant implements Thing { id: ID! leaves: Int! }
`);

describe('the text of an operation', () => {
  it('is valid for every operation and selects every field that an answer could hold', () => {
    const texts = operationTexts(schema);
    expect(texts.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'query shop',
      'query shops',
      'query found',
      'query thing',
      'mutation shopOpen',
    ]);
    for (const { text } of texts)
      expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
    const selected = new Set(texts.flatMap((text) => [...text.selected]));
    expect(fieldsOfAnswers(schema).filter((field) => !selected.has(field))).toEqual([]);
  });

  it('asks only for the plain fields of a type that it comes back to', () => {
    expect(operationText(schema, 'query', 'shop').text).toContain(
      'owner { id shops { id name prices(on: $shop_owner_shops_prices_on) } }',
    );
  });

  it('has a variable for each argument that is required or names something, at any depth', () => {
    const { variables } = operationText(schema, 'query', 'shops');
    expect(variables.map(({ path }) => path)).toEqual([
      'shops.after',
      'shops.edges.node.owner.shops.prices.on',
      'shops.edges.node.sales.itemId',
      'shops.edges.node.prices.on',
    ]);
  });
});

describe('the arguments of an operation', () => {
  const text = operationText(schema, 'mutation', 'shopOpen');

  it('finds every id, in lists and inputs too, and opens an input that holds itself once', () => {
    expect(idPathsOf(text)).toEqual([
      'shopOpen.input.ownerId',
      'shopOpen.input.parts.partId',
      'shopOpen.shop.sales.itemId',
    ]);
    expect(leavesOf(text).map(({ path }) => path)).not.toContain('shopOpen.input.parent.ownerId');
  });

  it('fills every value, leaves out what is to be left out, and takes whole inputs as they are', () => {
    const valueOf = (leaf: Parameters<typeof plausible>[0]): unknown =>
      leaf.type.name === 'ID' ? LEFT_OUT : leaf.path.endsWith('.tags') ? LEFT_OUT : plausible(leaf);
    expect(variablesOf(text, {}, valueOf)).toEqual({
      input: { name: 'Words for name', parts: [{ size: '10.00' }] },
      shopOpen_shop_owner_shops_prices_on: 'Words for on',
      shopOpen_shop_prices_on: 'Words for on',
    });
    const whole = { 'shopOpen.input.parts': [] };
    expect(variablesOf(text, whole, valueOf)['input']).toEqual({ name: 'Words for name', parts: [] });
  });

  it('says which id is not registered', () => {
    expect(() => graphqlDoor(text, 'public')).toThrow(
      'mutation shopOpen: what does the id shopOpen.input.ownerId name? Say it in id-arguments.ts',
    );
  });
});
