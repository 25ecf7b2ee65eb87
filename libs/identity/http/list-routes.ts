import { OPEN_ROUTE } from '@hoptac/platform';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { ModulesContainer } from '@nestjs/core';
import { ALLOWS, type RoutePermission } from './decorators';

/** One route and who may call it. */
export interface ListedRoute {
  readonly method: string;
  /** With `:parameters`. */
  readonly path: string;
  readonly handler: string;
  /** Undefined: the route says nothing, which the guard refuses and the test of routes names. */
  readonly access: RoutePermission | 'public' | undefined;
}

const join = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
const pathsOf = (target: object): string[] =>
  [Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined].flat().map((path) => path ?? '');

function accessOf(handler: object, controller: object): ListedRoute['access'] {
  const allows = (Reflect.getMetadata(ALLOWS, handler) ?? Reflect.getMetadata(ALLOWS, controller)) as
    RoutePermission | undefined;
  if (allows !== undefined) return allows;
  return (Reflect.getMetadata(OPEN_ROUTE, handler) ?? Reflect.getMetadata(OPEN_ROUTE, controller)) === true
    ? 'public'
    : undefined;
}

/** Every route of these controllers, in the order of their code. */
export function listRoutes(controllers: readonly Type[]): ListedRoute[] {
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const handler = (Object.getOwnPropertyDescriptor(controller.prototype, name) as { value?: unknown } | undefined)
        ?.value;
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
      const access = accessOf(handler, controller);
      return pathsOf(controller).flatMap((prefix) =>
        pathsOf(handler).map((path) => ({
          method,
          path: join(prefix, path),
          handler: `${controller.name}.${name}`,
          access,
        })),
      );
    }),
  );
}

/** The controllers of a running program, by its modules. */
export function controllersOf(modules: ModulesContainer): Type[] {
  return [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? [metatype as Type] : [],
    ),
  );
}
