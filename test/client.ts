export { Client, type GraphQLAnswer } from '../tools/demonstration/client.js';
