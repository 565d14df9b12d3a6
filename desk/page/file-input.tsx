// The file field of a form: files go to the workspace as soon as they are chosen, the form carries their ids.

import { type ReactNode, useRef } from 'react';
import { useSurface } from './block-context.ts';
import { desk } from './connection.ts';
import { type ElementProps, fieldAttributes } from './elements.tsx';
import { useWords } from './store.ts';

type Uploaded = { id: string; name: string };

export function FileInput({ element, block, field }: ElementProps): ReactNode {
  const { values, change } = useSurface();
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [blockId, actionId] = [block.block_id ?? '', element.action_id ?? ''];
  const files = (values[blockId]?.[actionId]?.files as Uploaded[] | undefined) ?? [];
  const keep = (next: Uploaded[]) => change(blockId, actionId, { type: element.type, files: next });

  const add = async (chosen: FileList | null) => {
    const room = (element.max_files ?? 10) - files.length;
    const uploaded = await Promise.all([...(chosen ?? [])].slice(0, room).map(desk.upload));
    keep([...files, ...uploaded]);
  };

  return (
    <div className="file-input">
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {words.modal.chooseFiles}
      </button>
      <input
        ref={input}
        {...fieldAttributes(field)}
        type="file"
        multiple={(element.max_files ?? 10) > 1}
        accept={element.filetypes?.map((type) => `.${type}`).join(',')}
        onChange={(event) => void add(event.target.files)}
      />
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.name}
            <button
              type="button"
              className="icon"
              aria-label={words.modal.remove(file.name)}
              onClick={() => keep(files.filter((one) => one.id !== file.id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
