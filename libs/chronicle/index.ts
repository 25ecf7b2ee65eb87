export { AsOfText } from './as-of.decorator';
export { Chronicle, type ChronicleFilter, type ChroniclePage } from './chronicle';
export { ChronicleModule } from './chronicle.module';
export { chronicleProjection, type ChronicleRow, type ChronicleTables } from './chronicle.projection';
export { momentView, type Moment, type MomentView } from './moment';
