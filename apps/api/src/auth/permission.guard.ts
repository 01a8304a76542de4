import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import { mayDo, permissions, type Permission, type Role } from '#libs/directory';
import { refuse, type Refusal } from '#libs/kernel';
import { refused, type GraphQLContext } from '../graphql/index.js';
import { HttpRefusal } from '../http/http-refusal.js';
import { callerOf, type Caller } from './caller.js';
import { permissionWords, roleWords } from './messages.js';
import { RULE, type AccessRule } from './permission.js';

/** Lets a caller through by the operation's declared rule; an operation without one is refused. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const graphql = execution.getType<GqlContextType>() === 'graphql';
    const rule = this.reflector.get<AccessRule | undefined>(RULE, execution.getHandler());
    const caller = graphql
      ? GqlExecutionContext.create(execution).getContext<GraphQLContext>().caller
      : callerOf(execution.switchToHttp().getRequest<Request>());
    const refusal = refusalFor(rule, caller);
    if (refusal === null) return true;
    throw graphql
      ? refused(refusal)
      : new HttpRefusal(refusal.code === 'SIGN_IN_REQUIRED' ? 401 : 403, refusal);
  }
}

const refusalFor = (rule: AccessRule | undefined, caller: Caller): Refusal | null => {
  if (!rule) throw new Error('an operation without an access rule was called');
  if (rule.kind !== 'requires') return null;
  if (caller.sessionId === null) return refuse('SIGN_IN_REQUIRED');
  if (rule.permission === 'session:use' || mayDo(caller.roles, rule.permission)) return null;
  return roleRequired(rule.permission);
};

const roleRequired = (permission: Permission): Refusal => {
  const allowed: readonly Role[] = permissions[permission];
  const names = allowed.map((role) => roleWords[role]);
  const role =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? 'nobody');
  return refuse('ROLE_REQUIRED', {
    role,
    action: permissionWords[permission],
    whom: "your organisation's administrators",
  });
};
