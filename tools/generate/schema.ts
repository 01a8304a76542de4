import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { resolvers } from '../../apps/api/src/api.module.js';

/** The API's schema, made from its resolvers alone: no database, no server. */
export const buildSchema = async (): Promise<GraphQLSchema> => {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    return lexicographicSortSchema(await app.get(GraphQLSchemaFactory).create([...resolvers]));
  } finally {
    await app.close();
  }
};

export const schemaText = (schema: GraphQLSchema): string =>
  `# Made by npm run generate from the resolvers in apps/api. Do not edit.\n\n${printSchema(schema)}\n`;
