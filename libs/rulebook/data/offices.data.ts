import type { ActorRule } from '../rulebook.types';
import { per, R2, R3, R4, SINCE_R2 } from './periods.data';

const district = {
  nameVi: 'Phòng Tài chính – Kế hoạch cấp huyện',
  nameEn: 'Finance and planning division of the district',
  level: 'district',
} as const;
const commune = {
  nameVi: 'Cơ quan đăng ký kinh doanh cấp xã',
  nameEn: 'Registration office of the commune',
  level: 'commune',
} as const;

/** Receipt and decision; only the receipt left the head office's commune in R4. */
export const OFFICES: readonly ActorRule[] = [
  { task: 'receives', ...district, reach: 'headOffice', ...per('D92 Art. 5', R2) },
  { task: 'receives', ...commune, reach: 'headOffice', ...per('D125', R3, 'secondary') },
  { task: 'receives', ...commune, reach: 'province', ...per('D295 Art. 4.7; D295 Art. 19', R4) },
  { task: 'decides', ...district, reach: 'headOffice', ...per('D92 Art. 5', R2) },
  { task: 'decides', ...commune, reach: 'headOffice', ...per('D125', R3, 'secondary') },
  { task: 'decides', ...commune, reach: 'headOffice', ...per('D295 Art. 4.7; D295 Art. 5', R4) },
];

/** Who files the founding dossier. */
export const APPLICANT: ActorRule = {
  task: 'applies',
  nameVi: 'Người được ủy quyền đăng ký thành lập',
  nameEn: 'Person authorised by the founding conference',
  ...per('L23 Art. 39', SINCE_R2),
};
