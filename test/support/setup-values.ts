// What somebody types who sets a small campaign up in chat, nothing wrong in it.

import type { SetupValues } from '../../domain/setup/facts.ts';

export const WHOLE_SETUP: SetupValues = {
  basics: {
    name: '互联网金融风险专项整治',
    group: '市领导小组',
    office: '市政府金融办',
    from: '2016-06-01',
    to: '2017-01-31',
    bulletin: '#整治通报',
    officeChannel: '整治办公室',
    hours: '8:30—17:30',
  },
  units: { units: '市公安局，公安局\n娄星区人民政府，娄星区，县市区' },
  people: { people: '办公室主任，金主任，jin@x.example\n公安局，联络员，安警官，an@x.example' },
  duties: {
    duties: 'weekly,bulletin,consultation,monthly,filing,stage,final',
    weekday: 'fri',
    time: '17:00',
    filing: '2016-06-15',
    figures: '排查机构数，家',
    phases: '摸底排查，6月30日',
  },
  areas: { areas: '互联网广告，公安局\n第三方支付' },
};
