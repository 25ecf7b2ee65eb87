import { addMessages } from '@hoptac/platform';
import { Global, Module } from '@nestjs/common';
import { LiveHub } from './live-hub';
import { LiveController } from './live.controller';

addMessages({
  'LIVE.TOPIC_UNKNOWN': {
    vi: 'Không có nội dung nào như vậy để theo dõi.',
    en: 'There is nothing of that name to follow.',
  },
  'LIVE.TOO_MANY_PAGES': {
    vi: 'Đang có quá nhiều trang mở. Trang vẫn tự cập nhật 30 giây một lần.',
    en: 'Too many pages are open. This page still updates every 30 seconds.',
  },
});

/** For the API; needs the global read models, roles and metrics. Contexts offer their topics to `LiveHub`. */
@Global()
@Module({ controllers: [LiveController], providers: [LiveHub], exports: [LiveHub] })
export class LiveModule {}
