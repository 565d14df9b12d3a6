// The campaign that the benchmark of questions is about: the sample, with as many more counties, three people in each unit,
// and as many years as wanted before the same last day, so that the same questions mean the same at every size.

import type { Campaign, Duty, Posting, Role, Unit } from '../../domain/campaign.ts';
import { as, type CampaignId, type CivilDate, type PersonId, type UnitId } from '../../domain/ids.ts';
import { aCampaign, aPhase, at, aUnit, on } from '../support/builders.ts';

/** How large the ledger is: units that report each week, and years of it; tasks are given as often as in a large city. */
export type Size = { units: number; years: number; tasksAYear?: number };

/** Thursday of the last week but one: this week's report is due tomorrow. */
export const NOW = at('2018-12-20 10:00');
const LAST_YEAR = 2018;

const FIRST = [...'青石金玉龙凤云清白安平永长新东南西北大小'];
const SECOND = [...'溪江山河湖泉桥塘田坪林岭港洲源口阳陵丰兴'];
const KINDS = ['县', '区', '市', '镇', '乡', '开发区', '新区', '矿区'];

/** The n-th county beside the sample's: its name is not that of any other, nor a part of it. */
function county(n: number): Unit {
  const [first, second] = [FIRST[n % FIRST.length], SECOND[Math.floor(n / FIRST.length) % SECOND.length]];
  const kind = KINDS[Math.floor(n / (FIRST.length * SECOND.length)) % KINDS.length];
  const short = `${first}${second}${kind}`;
  return aUnit({ id: as<UnitId>(`c${n}`), name: `${short}人民政府`, aliases: [short], kind: 'locality' });
}

const ROLES: readonly Role[] = ['liaison', 'deputy', 'head'];
const GIVEN = [...'伟芳敏静丽强磊洋艳勇军杰娟涛明超霞平刚桂'];

const staffOf = (unit: Unit, n: number): Posting[] =>
  ROLES.map((role, at) => ({
    person: as<PersonId>(`${unit.id}.${role}@loudi.example`),
    name: `${FIRST[n % 20]}${GIVEN[Math.floor(n / 20) % 20]}${GIVEN[(n + at) % 20]}`,
    role,
    unit: unit.id,
    email: `${unit.id}.${role}@loudi.example`,
    phone: `138${String(n * 3 + at).padStart(8, '0')}`,
  }));

const ONCE: Record<string, string> = {
  'plan-filing': '2018-01-15',
  'survey-summary': '2018-06-29',
  'final-report': '2018-12-28',
};

const inLastYear = (duty: Duty): Duty =>
  duty.rhythm.every === 'once' ? { ...duty, rhythm: { ...duty.rhythm, date: on(ONCE[duty.id]!) } } : duty;

/** The campaign of this size, from 1 January of its first year to the end of 2018. */
export function benchCampaign({ units, years }: Size): Campaign {
  const sample = aCampaign();
  const counties = Array.from({ length: Math.max(0, units - sample.units.length + 1) }, (_, n) => county(n));
  return {
    ...sample,
    id: as<CampaignId>('loudi-2016'),
    from: `${LAST_YEAR - years + 1}-01-01` as CivilDate,
    to: on('2018-12-31'),
    phases: [
      aPhase('deploy', '工作部署', '2018-01-01', '2018-01-31'),
      aPhase('survey', '摸底排查', '2018-02-01', '2018-06-30'),
      aPhase('cleanup', '清理整顿', '2018-07-01', '2018-09-30'),
      aPhase('inspect', '督查评估', '2018-10-01', '2018-12-15'),
      aPhase('accept', '验收总结', '2018-12-16', '2018-12-31'),
    ],
    units: [...sample.units, ...counties],
    people: [...sample.people, ...counties.flatMap(staffOf)],
    duties: sample.duties.map(inLastYear),
  };
}
