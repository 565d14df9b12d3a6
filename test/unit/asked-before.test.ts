import { describe, expect, it } from 'vitest';
import { createAskedBefore } from '../../bot/asked-before.ts';
import type { AskedQuestion } from '../../commands/command.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import { at } from '../support/builders.ts';
import { fakeClock } from '../support/fake-clock.ts';

const WHO = as<SlackUserId>('U1');
const question = (no: number): AskedQuestion => ({
  campaign: as('loudi-2016'),
  reading: { intent: 'bulletin', no, used: [], sure: 1 },
});

function remembered() {
  const clock = fakeClock('2016-08-05 15:30');
  return { clock, asked: createAskedBefore(clock.campaign) };
}

describe('what was asked before', () => {
  it('is the latest question, in ten minutes from when it was asked', () => {
    const { clock, asked } = remembered();
    asked.of(WHO, 'D1:').keep(question(1));
    clock.setCampaign(at('2016-08-05 15:38'));
    asked.of(WHO, 'D1:').keep(question(2));
    clock.setCampaign(at('2016-08-05 15:48'));
    expect(asked.of(WHO, 'D1:').before()).toEqual(question(2));
    clock.setCampaign(at('2016-08-05 15:49'));
    expect(asked.of(WHO, 'D1:').before()).toBeNull();
  });

  it('knows the channel that others hear it in, and none of a direct message or Home', () => {
    const { asked } = remembered();
    const channels = ['C1:2.3', 'G1:', 'D1:', 'home'].map((place) => asked.of(WHO, place).channel);
    expect(channels).toEqual(['C1', 'G1', undefined, undefined]);
  });

  it('is nothing once it is cleared', () => {
    const { asked } = remembered();
    asked.of(WHO, 'D1:').keep(question(1));
    asked.of(WHO, 'D1:').keep(null);
    expect(asked.of(WHO, 'D1:').before()).toBeNull();
  });

  it('is forgotten, the oldest first, where very many ask; the latest two thousand stay', () => {
    const { asked } = remembered();
    for (let i = 0; i <= 2000; i++) asked.of(WHO, `C1:${i}`).keep(question(i));
    expect(asked.of(WHO, 'C1:0').before()).toBeNull();
    expect(asked.of(WHO, 'C1:1').before()).toEqual(question(1));
    expect(asked.of(WHO, 'C1:2000').before()).toEqual(question(2000));
  });
});
