import { RouteConfig } from '@nestjs/platform-fastify';

/** A public look-up: at most `HOPTAC_LOOKUPS_PER_MINUTE` calls per address and minute, so that codes cannot be tried through. */
export const LookupLimited = (): MethodDecorator & ClassDecorator => RouteConfig({ rateLimit: {} });
