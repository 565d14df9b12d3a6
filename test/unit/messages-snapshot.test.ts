// Every message in both languages, as text for review. `npm run snapshot` writes it anew.

import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Language } from '../../domain/campaign.ts';
import {
  type Modal,
  renderError,
  renderHomeError,
  renderLoading,
  renderMessage,
  renderOfferedForm,
  renderOutcome,
  renderSentPrivately,
} from '../../messages/render.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { messages } from '../support/sample-messages.ts';
import { allOutcomes } from '../support/sample-outcomes.ts';

const FILE = new URL('../../messages/SNAPSHOT.md', import.meta.url);
const PREFACE = `# Every message

Generated from the views and the sample campaign by \`npm run snapshot\`; do not edit. The first line in parentheses is
the sentence of the notification; buttons stand in brackets, fields in braces.
`;

type Entry = { name: string; say: (language: Language) => string };

function outcomeText(outcome: (typeof allOutcomes)[number]['facts'], language: Language): string {
  const rendered = renderOutcome(outcome, language);
  switch (rendered.kind) {
    case 'message':
      return [
        `${rendered.private ? '🔒 ' : ''}${plainRendering(rendered.message)}`,
        ...(rendered.picture ? [`🖼 ${rendered.picture.caption}`, rendered.picture.alt] : []),
      ].join('\n');
    case 'modal':
      return plainRendering(rendered.modal, rendered.errors);
    case 'home':
      return plainRendering(rendered.home);
    case 'file':
      return `${plainRendering(rendered.message)}\n📎 ${rendered.name}`;
  }
}

function aForm(language: Language): Modal {
  const forms = allOutcomes.map(({ facts }) => renderOutcome(facts, language));
  const form = forms.find((rendered) => rendered.kind === 'modal');
  if (form?.kind !== 'modal') throw new Error('No outcome opens a form.');
  return form.modal;
}

const notes: Entry[] = [
  { name: 'error', say: (language) => plainRendering(renderError('a1b2c3', language)) },
  { name: 'home error', say: (language) => plainRendering(renderHomeError('a1b2c3', language)) },
  { name: 'loading', say: (language) => plainRendering(renderLoading(language)) },
  {
    name: 'form offered',
    say: (language) => plainRendering(renderOfferedForm(aForm(language), language)),
  },
  { name: 'sent privately', say: (language) => plainRendering(renderSentPrivately(language)) },
];
const sent: Entry[] = messages.map(({ name, facts }) => ({
  name,
  say: (language) => plainRendering(renderMessage(facts, language)),
}));
const answered: Entry[] = allOutcomes.map(({ name, facts }) => ({
  name,
  say: (language) => outcomeText(facts, language),
}));

const entry = ({ name, say }: Entry): string =>
  [`### ${name}`, ...(['zh', 'en'] as const).map((language) => `\`\`\`text\n${say(language)}\n\`\`\``)].join(
    '\n\n',
  );
const chapter = (title: string, entries: Entry[]): string =>
  [`## ${title}`, ...entries.map(entry)].join('\n\n');

const written = (): string =>
  [
    PREFACE.trimEnd(),
    chapter('What is sent', sent),
    chapter('What is answered', answered),
    chapter('Notes', notes),
  ]
    .join('\n\n')
    .concat('\n');

it('SNAPSHOT.md shows every message as it is now (npm run snapshot writes it)', () => {
  const now = written();
  if (process.env.UPDATE === '1') writeFileSync(FILE, now);
  expect(readFileSync(FILE, 'utf8')).toBe(now);
});
