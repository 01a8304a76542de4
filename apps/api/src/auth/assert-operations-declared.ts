import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RULE } from './permission.js';

const RESOLVER_TYPE = 'graphql:resolver_type';
const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);

/** Start-up fails when an operation of the API says neither whom it is for nor that it is public. */
@Injectable()
export class AssertOperationsDeclared implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const silent = [
      ...this.operations(this.discovery.getProviders(), isRootField),
      ...this.operations(this.discovery.getControllers(), isRoute),
    ];
    if (silent.length > 0)
      throw new Error(
        `Accede cannot start: these operations declare no permission and are not public: ${silent.join(', ')}.`,
      );
  }

  private operations(
    wrappers: readonly { instance: unknown }[],
    isOperation: (method: object) => boolean,
  ): string[] {
    return wrappers.flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (prototype === null) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const method = (prototype as Record<string, unknown>)[name];
        const undeclared =
          typeof method === 'function' &&
          isOperation(method) &&
          Reflect.getMetadata(RULE, method) === undefined;
        return undeclared ? [`${instance.constructor.name}.${name}`] : [];
      });
    });
  }
}

const isRootField = (method: object): boolean =>
  ROOT_TYPES.has(String(Reflect.getMetadata(RESOLVER_TYPE, method)));
const isRoute = (method: object): boolean => Reflect.getMetadata(PATH_METADATA, method) !== undefined;
