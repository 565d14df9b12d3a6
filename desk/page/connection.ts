// The page's line to the desk's server: questions, acts, and the stream of changes. Knows HTTP, knows no state.

import type { Language } from '../../domain/campaign.ts';
import type { DeliveryLine, RehearsedLine } from '../contract.ts';
import type { Jump } from '../time-travel.ts';
import type { Act, ActAnswer, PersonView, Push, TourStepId, World } from '../world.ts';

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-desk': '1' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

export const desk = {
  world: () => get<World>('api/world'),
  view: (person: string) => get<PersonView>(`api/view?as=${person}`),
  rehearsal: () => get<RehearsedLine[]>('api/rehearsal?days=14'),
  recent: () => get<DeliveryLine[]>('api/recent'),
  act: (act: Act) => post<ActAnswer>('api/act', act),
  travel: (jump: Jump) => post<object>('api/clock', { jump }),
  setLanguage: (language: Language) => post<object>('api/language', { language }),
  startOver: () => post<object>('api/start-over', {}),
  playTourStep: (step: TourStepId) => post<ActAnswer>('api/tour', { step }),
  async upload(file: File): Promise<{ id: string; name: string }> {
    const name = encodeURIComponent(file.name);
    const response = await fetch(`api/upload?name=${name}`, {
      method: 'POST',
      headers: { 'x-desk': '1' },
      body: file,
    });
    if (!response.ok) throw new Error(`upload: ${response.status}`);
    return (await response.json()) as { id: string; name: string };
  },
};

/** Opens the stream; the browser connects again by itself, and then everything is loaded anew. */
export function listen(onPush: (push: Push) => void, onLine: (isOnline: boolean) => void): () => void {
  const source = new EventSource('api/stream');
  source.onmessage = (event: MessageEvent<string>) => onPush(JSON.parse(event.data) as Push);
  source.onopen = () => onLine(true);
  source.onerror = () => onLine(false);
  return () => source.close();
}
