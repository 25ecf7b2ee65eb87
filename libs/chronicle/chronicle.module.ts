import { Global, Module } from '@nestjs/common';
import './messages';
import { Chronicle } from './chronicle';

/** `Chronicle` for every controller that answers `?asOf=`; needs the read models. */
@Global()
@Module({ providers: [Chronicle], exports: [Chronicle] })
export class ChronicleModule {}
