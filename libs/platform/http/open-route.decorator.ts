import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Metadata key that the guard of `@hoptac/identity` reads: this route needs no account. */
export const OPEN_ROUTE = 'hoptac:public';

/** Marks a route of the platform itself as open; everything else uses `@Public()` of `@hoptac/identity`, which sets the same mark. */
export const OpenRoute = (): CustomDecorator => SetMetadata(OPEN_ROUTE, true);
