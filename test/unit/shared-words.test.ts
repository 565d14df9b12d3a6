// What a document says that a screen says too, it says in the same words.

import { describe, expect, it } from 'vitest';
import { ledgerCsv } from '../../documents/ledger-table.ts';
import type { RecipientRole, UnitKind } from '../../domain/campaign.ts';
import type { CampaignChange } from '../../domain/campaign-change.ts';
import type { Standing } from '../../domain/facts.ts';
import { describeCampaignChange } from '../../messages/campaign-change-words.ts';
import { catalogs } from '../../messages/catalog.ts';
import { anObligation } from '../support/sample-facts.ts';

describe.each(['zh', 'en'] as const)('a document in %s', (language) => {
  const { standing, unitKinds, recipients } = catalogs[language].words;

  it.each(Object.keys(standing) as Standing[])('says %s in the ledger as on every screen', (each) => {
    const obligation = anObligation({ standing: each });
    const [, line] = ledgerCsv([{ obligation, unitKind: 'member', figures: {} }], [], language).split('\r\n');
    expect(line!.split(',')).toEqual(expect.arrayContaining([standing[each], unitKinds.member]));
  });

  it.each(Object.keys(unitKinds) as UnitKind[])('calls a unit %s alike when an import changes it', (to) => {
    const from = { kind: 'word', word: 'report' } as const;
    const change = {
      kind: 'unit_changed',
      id: 'gaj',
      name: '市公安局',
      field: 'kind',
      from,
      to: { kind: 'word', word: to },
    };
    expect(describeCampaignChange(change as CampaignChange, language)).toContain(unitKinds[to]);
  });

  it.each(Object.keys(recipients) as RecipientRole[])('calls the recipient %s of a ladder alike', (role) => {
    const to = { kind: 'ladder', steps: [{ at: { kind: 'deadline' }, to: [role] }] };
    const change = { kind: 'duty_changed', id: 'weekly', name: '周报', field: 'ladder', from: null, to };
    expect(describeCampaignChange(change as unknown as CampaignChange, language)).toContain(recipients[role]);
  });
});
