import { Args, Query, Resolver } from '@nestjs/graphql';
import { permissions, type Role } from '#libs/directory';
import { Requires } from '../graphql/index.js';
import { RoleEnum } from './enums.js';

@Resolver()
export class RolesThatMayResolver {
  @Query(() => [RoleEnum], {
    description:
      'The roles that carry a permission, as it is named in the descriptions of operations; none for a name that there is not. Needs session:use.',
  })
  @Requires('session:use')
  rolesThatMay(
    @Args('permission', { description: 'Such as invoice:issue.' }) permission: string,
  ): readonly Role[] {
    return Object.hasOwn(permissions, permission) ? permissions[permission as keyof typeof permissions] : [];
  }
}
