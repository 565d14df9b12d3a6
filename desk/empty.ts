// A workspace in which nothing was set up yet: an administrator, a few colleagues and two channels. For trying how a campaign
// is set up in chat; who they become is typed there, by these e-mails. Nobody has a role before.

import type { Campaign } from '../domain/campaign.ts';
import { as, type CivilDate, type CivilTime } from '../domain/ids.ts';
import { addDays } from '../domain/zone.ts';

/** An account of the workspace without any posting. */
export type DeskAccount = { name: string; email: string; administrator?: true };

const ACCOUNTS: readonly DeskAccount[] = [
  { name: '金主任', email: 'jin@office.example', administrator: true },
  { name: '文书一', email: 'wen@office.example' },
  { name: '安警官', email: 'an@office.example' },
  { name: '尚工商', email: 'shang@office.example' },
  { name: '娄小星', email: 'lou@office.example' },
  { name: '双小峰', email: 'shuang@office.example' },
  { name: '周正', email: 'zhou@office.example' },
];

/** What stands in for a campaign where there is none: names and channels of the workspace, and nothing that is owed. */
export function emptyGround(today: CivilDate): Campaign & { accounts: readonly DeskAccount[] } {
  return {
    id: as<Campaign['id']>('none'),
    name: '督办',
    group: '领导小组办公室工作区',
    zone: 'Asia/Shanghai',
    calendar: 'cn',
    language: 'zh',
    from: today,
    to: addDays(today, 365),
    channels: { bulletin: '工作通报', office: '办公室工作' },
    workingHours: { from: as<CivilTime>('08:30'), to: as<CivilTime>('17:30') },
    units: [],
    people: [],
    areas: [],
    phases: [],
    figures: [],
    forms: {},
    incidentOrder: [],
    incidentMinutes: 10,
    ranking: false,
    quietDays: [],
    notice: [],
    duties: [],
    accounts: ACCOUNTS,
  };
}
