import { addMessages } from '@hoptac/platform';

/** What the administrator's page on the system says when something is refused. */
addMessages({
  'SYSTEM.PROJECTION_UNKNOWN': { vi: 'Không có mô hình đọc {name}.', en: 'There is no read model {name}.' },
  'SYSTEM.PARK_REASON_MISSING': {
    vi: 'Xin nêu lý do gác sự kiện lại; lý do được lưu.',
    en: 'Say why the event is set aside; the reason stays on record.',
  },
});
