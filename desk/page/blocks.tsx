// Block Kit on the page. Text and everything that can be pressed or filled is drawn here; what Duban seldom sends
// (tables, rich text, pictures, Markdown) is left to slack-blocks-to-jsx, loaded when one comes along.

import { lazy, type ReactNode, Suspense, useId } from 'react';
import { type Block, cellText, type TextObject } from '../block-kit.ts';
import { type Surface, SurfaceContext, useSurface } from './block-context.ts';
import { ElementOf } from './elements.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { Signs } from './signs.tsx';
import { useWords } from './store.ts';

const LibraryBlock = lazy(() => import('./library-block.tsx'));

/** All blocks of one surface. */
export function Blocks({ blocks, surface }: { blocks: readonly Block[]; surface: Surface }): ReactNode {
  return (
    <SurfaceContext.Provider value={surface}>
      <div className="blocks">
        {blocks.map((block) => (
          <BlockOf key={block.block_id} block={block} />
        ))}
      </div>
    </SurfaceContext.Provider>
  );
}

function BlockOf({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case 'header':
      return (
        <h3 className="block-header">
          <Signs text={block.text?.text ?? ''} />
        </h3>
      );
    case 'section':
      return <Section block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'divider':
      return <hr />;
    case 'actions':
      return <Actions block={block} />;
    case 'input':
      return <Input block={block} />;
    case 'table':
      return <Table block={block} />;
    default:
      return (
        <Suspense fallback={<div className="block-waiting" />}>
          <LibraryBlock block={block} />
        </Suspense>
      );
  }
}

/** Plain text stays plain; only mrkdwn has marks. */
export function Text({ text }: { text: TextObject | undefined }): ReactNode {
  if (!text) return null;
  return text.type === 'mrkdwn' ? (
    <Mrkdwn text={text.text} />
  ) : (
    <p className="plain">
      <Signs text={text.text} />
    </p>
  );
}

function Section({ block }: { block: Block }): ReactNode {
  return (
    <div className={block.accessory ? 'block-section with-accessory' : 'block-section'}>
      <div className="block-text">
        <Text text={block.text} />
        {block.fields && (
          <div className="block-fields">
            {block.fields.map((field, index) => (
              <div key={index}>
                <Text text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && <ElementOf element={block.accessory} block={block} />}
    </div>
  );
}

function Context({ block }: { block: Block }): ReactNode {
  return (
    <div className="block-context">
      {block.elements?.map((element, index) =>
        element.type === 'image' ? (
          <img key={index} src={element.image_url} alt={element.alt_text ?? ''} />
        ) : (
          <span key={index}>
            <Text text={element as unknown as TextObject} />
          </span>
        ),
      )}
    </div>
  );
}

function Actions({ block }: { block: Block }): ReactNode {
  return (
    <div className="block-actions">
      {block.elements?.map((element) => (
        <ElementOf key={element.action_id} element={element} block={block} />
      ))}
    </div>
  );
}

/** The first row are the headings; what is wider than the page scrolls by itself. */
function Table({ block }: { block: Block }): ReactNode {
  const [head = [], ...rows] = block.rows ?? [];
  const alignOf = (column: number) =>
    block.column_settings?.[column]?.align === 'right' ? 'is-number' : undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="block-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" className={alignOf(column)}>
                <Signs text={cellText(cell)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, no) => (
            <tr key={no}>
              {row.map((cell, column) => (
                <td key={column} className={alignOf(column)}>
                  <Signs text={cellText(cell)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Input({ block }: { block: Block }): ReactNode {
  const id = useId();
  const words = useWords();
  const error = useSurface().errors[block.block_id ?? ''];
  if (!block.element) return null;
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'block-input is-wrong' : 'block-input'}>
      <label id={`${id}-label`} htmlFor={id}>
        {block.label?.text}
        {block.optional && <span className="optional">{words.modal.optional}</span>}
      </label>
      <ElementOf
        element={block.element}
        block={block}
        field={{
          id,
          describedBy: described || undefined,
          isWrong: error !== undefined,
          isRequired: !block.optional,
        }}
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {block.hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {block.hint.text}
        </p>
      )}
    </div>
  );
}
