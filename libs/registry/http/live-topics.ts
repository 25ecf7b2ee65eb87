import { mayActIn } from '@hoptac/identity';
import { CLOCK, forbidden, localDateOf, type Clock } from '@hoptac/kernel';
import { LiveHub } from '@hoptac/live';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { organisationsProjection } from '../read-models/organisations/organisations.projection';

/** What pages on the register may follow: all of it, by whoever reads it. */
@Injectable()
export class RegistryLiveTopics implements OnModuleInit {
  constructor(
    private readonly hub: LiveHub,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.hub.offer({
      name: organisationsProjection.name,
      admit: async (actor) => {
        const today = localDateOf(this.clock.now());
        if (!actor.areaCodes.some((areaCode) => mayActIn(actor, 'registry.read', { areaCode }, today)))
          throw forbidden('IDENTITY.NOT_PERMITTED', 'No role reads the register');
        return { concerns: () => true };
      },
    });
  }
}
